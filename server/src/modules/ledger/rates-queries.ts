import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

export interface StoredRate {
  id: Id<'exchange_rate'>
  base: string
  quote: string
  on: string
  rate: string
  source: string
  recordedAt: string
}

const COLUMNS = `id, base, quote, rate_on::text as on, trim_scale(rate)::text as rate, source, recorded_at as "recordedAt"`

export async function insertRates(
  tx: Transaction,
  studioId: Id<'studio'>,
  rates: readonly Omit<StoredRate, 'recordedAt'>[],
): Promise<void> {
  await tx.prepared(
    `insert into exchange_rate (id, studio_id, base, quote, rate_on, rate, source)
     select id, $2, base, quote, "on", rate, source from jsonb_to_recordset($1::jsonb)
       as given (id text, base text, quote text, "on" date, rate numeric, source text)`,
    [JSON.stringify(rates), studioId],
  )
}

/** What was recorded last for each pair and day of a span, as it was known at an instant; both directions of a pair count. */
export async function ratesWithin(
  tx: Transaction,
  { currencies, from, to, recordedAt }: RatesWanted,
): Promise<StoredRate[]> {
  return tx.prepared<StoredRate & Record<string, unknown>>(
    `select distinct on (base, quote, rate_on) ${COLUMNS} from exchange_rate
     where base = any ($1) and quote = any ($1) and rate_on between $2::date and $3::date
       and ($4::timestamptz is null or recorded_at <= $4::timestamptz)
     order by base, quote, rate_on, id desc`,
    [currencies, from, to, recordedAt],
  )
}

export interface RatesWanted {
  currencies: readonly string[]
  from: string
  to: string
  recordedAt: string | null
}

export async function pageOfRates(
  tx: Transaction,
  { base, quote, from, to }: RateFilter,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<StoredRate[]> {
  return tx.prepared<StoredRate & Record<string, unknown>>(
    `select ${COLUMNS} from exchange_rate where ${FILTER}
       and ($5::date is null or (rate_on, id) < ($5::date, $6::text)) order by rate_on desc, id desc limit $7`,
    [base ?? null, quote ?? null, from ?? null, to ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
  )
}

export async function countRates(tx: Transaction, { base, quote, from, to }: RateFilter): Promise<number> {
  const [row] = await tx.prepared<{ total: number }>(
    `select count(*)::int as total from exchange_rate where ${FILTER}`,
    [base ?? null, quote ?? null, from ?? null, to ?? null],
  )
  return row?.total ?? 0
}

export interface RateFilter {
  base?: string | undefined
  quote?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

const FILTER = `($1::text is null or base = $1) and ($2::text is null or quote = $2)
       and ($3::date is null or rate_on >= $3::date) and ($4::date is null or rate_on <= $4::date)`
