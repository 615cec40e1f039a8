import { idFrom, type Id } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import type { Transaction } from '#server/database/database.ts'
import { isOnDebitSide } from './account-side.ts'
import type { AccountType, EntryLine, PostedLine } from './schema.ts'

interface LineRow {
  entry_id: string
  position: number
  account_id: string
  code: string
  account_name: string
  currency: string
  amount_minor: bigint
  business_id: string | null
  business_name: string | null
  is_overhead: boolean
  partner_entity_id: string | null
  partner_name: string | null
  counterparty: string | null
  memo: string | null
  tags: string[] | null
  is_automatic: boolean
}

const COLUMNS = `line.entry_id, line.position, line.account_id, account.code, account.name as account_name, line.currency,
  line.amount_minor, line.business_id, business.name as business_name, line.is_overhead, line.partner_entity_id,
  partner.name as partner_name, line.counterparty, line.memo, line.tags,
  account.role is not distinct from 'between-businesses' as is_automatic`
const JOINED = `join account on account.id = line.account_id
  left join business on business.id = line.business_id
  left join entity as partner on partner.id = line.partner_entity_id`

/** The lines of each entry, in their order. */
export async function linesOfEntries(
  tx: Transaction,
  entryIds: readonly string[],
): Promise<Map<string, EntryLine[]>> {
  const rows = await tx.prepared<LineRow & Record<string, unknown>>(
    `select ${COLUMNS} from entry_line as line ${JOINED} where line.entry_id = any ($1) order by line.entry_id, line.position`,
    [entryIds],
  )
  const lines = new Map<string, EntryLine[]>()
  for (const row of rows) lines.set(row.entry_id, [...(lines.get(row.entry_id) ?? []), lineOf(row)])
  return lines
}

/** What is not named narrows nothing. */
export interface LineFilter {
  accountId: string
  currency?: string | undefined
  businessId?: string | undefined
  partnerEntityId?: string | undefined
  categoryId?: string | undefined
  isOfNoBusiness?: boolean | undefined
  /** The instant by which they had been recorded. */
  recordedAt?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

const FILTERED = `where line.account_id = $1 and ($2::text is null or line.currency = $2)
  and ($3::text is null or line.business_id = $3)
  and ($4::date is null or line.effective_on >= $4) and ($5::date is null or line.effective_on <= $5)
  and ($6::text is null or line.partner_entity_id = $6)
  and ($7::text is null or line.business_id in (select id from business where category_id = $7))
  and ($8::timestamptz is null
    or exists (select from entry where entry.id = line.entry_id and entry.recorded_at <= $8::timestamptz))
  and ($9::bool is not true or line.business_id is null)`
const ORDERS = {
  latest: { by: 'line.effective_on desc, line.entry_id desc, line.position desc', beyond: '<' },
  earliest: { by: 'line.effective_on, line.entry_id, line.position', beyond: '>' },
} as const

/**
 * The lines of an account, the latest first, or the earliest. The balance after each is what stood before the page's earliest line, from the
 * sums by day, and what the page itself moved: it costs the page, and not what the account ever did.
 */
export async function pageOfLines(
  tx: Transaction,
  filter: LineFilter,
  given: {
    after: readonly string[] | undefined
    limit: number
    type: AccountType
    first?: keyof typeof ORDERS
  },
): Promise<PostedLine[]> {
  const { after, limit, type, first = 'latest' } = given
  const { by, beyond } = ORDERS[first]
  const rows = await tx.prepared<
    LineRow &
      Record<string, unknown> & {
        effective_on: string
        recorded_at: string
        entry_memo: string
        source: string
        balance: string | null
      }
  >(
    `with page as (
       select line.* from entry_line as line ${FILTERED}
         and ($10::date is null or (line.effective_on, line.entry_id, line.position) ${beyond} ($10, $11::text, $12::int2))
       order by ${by} limit $13),
     first as (select distinct on (currency) currency, effective_on, entry_id, position from page
       order by currency, effective_on, entry_id, position),
     base as (select first.currency,
       coalesce((select sum(debit_minor - credit_minor) from account_day as day where day.account_id = $1
         and day.currency = first.currency and day.effective_on < first.effective_on), 0)
       + coalesce((select sum(amount_minor) from entry_line as other where other.account_id = $1
         and other.currency = first.currency and other.effective_on = first.effective_on
         and (other.entry_id, other.position) < (first.entry_id, first.position)), 0) as minor from first)
     select ${COLUMNS}, line.effective_on, entry.recorded_at, entry.memo as entry_memo, entry.source,
       case when coalesce($3::text, $6::text, $7::text, $8::timestamptz::text) is null and $9::bool is not true then base.minor + sum(line.amount_minor) over (partition by line.currency
         order by line.effective_on, line.entry_id, line.position) end as balance
     from page as line join base on base.currency = line.currency join entry on entry.id = line.entry_id ${JOINED}
     order by ${by}`,
    [...valuesOf(filter), after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
  )
  return rows.map((row) =>
    Object.assign(lineOf(row), {
      entry: { id: idFrom('entry', row.entry_id), memo: row.entry_memo, source: row.source },
      effectiveOn: row.effective_on,
      recordedAt: row.recorded_at,
      balance: row.balance === null ? null : sided(BigInt(row.balance), row.currency, type),
    }),
  )
}

export async function countLines(tx: Transaction, filter: LineFilter): Promise<number> {
  const [row] = await tx.prepared<{ total: number }>(
    `select count(*)::int as total from entry_line as line ${FILTERED}`,
    valuesOf(filter),
  )
  return row?.total ?? 0
}

function valuesOf(filter: LineFilter): unknown[] {
  const { accountId, currency, businessId, from, to, partnerEntityId, categoryId, recordedAt } = filter
  const narrowed = [accountId, currency, businessId, from, to, partnerEntityId, categoryId, recordedAt]
  return [...narrowed, filter.isOfNoBusiness].map((one) => one ?? null)
}

/** Seen from the account's own side: what a customer owes and what is owed to a bank are both positive. */
export function sided(minor: bigint, currency: string, type: AccountType): string {
  return decimalOf(isOnDebitSide(type) ? minor : -minor, currency)
}

function lineOf(row: LineRow): EntryLine {
  const { amount_minor: minor, currency } = row
  const absolute = decimalOf(minor < 0n ? -minor : minor, currency)
  return {
    position: row.position,
    account: { id: idFrom('account', row.account_id), code: row.code, name: row.account_name },
    currency,
    debit: minor > 0n ? absolute : null,
    credit: minor < 0n ? absolute : null,
    isAutomatic: row.is_automatic,
    business: named('business', row.business_id, row.business_name),
    isOverhead: row.is_overhead,
    partnerEntity: named('entity', row.partner_entity_id, row.partner_name),
    counterparty: row.counterparty,
    memo: row.memo,
    tags: row.tags ?? [],
  }
}

/** Whoever reads a book reads whose its lines are, also where the business or entity itself is not open to them. */
function named<N extends 'business' | 'entity'>(
  noun: N,
  id: string | null,
  name: string | null,
): { id: Id<N>; name: string } | null {
  return id === null ? null : { id: idFrom(noun, id), name: name ?? '' }
}
