import type { CaptionName } from '#kernel/captions.ts'
import type { Id } from '#kernel/ids.ts'
import type { Cadence } from '#kernel/periods.ts'
import type { Transaction } from '#server/database/database.ts'

export interface BusinessPeriod {
  businessId: Id<'business'>
  /** The first day of the period. */
  startsOn: string
}

export async function clockOf(tx: Transaction): Promise<{ now: string; today: string }> {
  const [row] = await tx.prepared<{ now: string; today: string }>(
    `select now() as now, (now() at time zone 'UTC')::date::text as today`,
    [],
  )
  return row ?? { now: '', today: '' }
}

/**
 * Periods that have ended and whose income or expenses changed since an instant, or that ended since. What was at work then may have been
 * committed after it: so some minutes before it are looked at again.
 */
export async function changedPeriods(
  tx: Transaction,
  { cadence, since, today }: { cadence: Cadence; since: string | null; today: string },
): Promise<BusinessPeriod[]> {
  return tx.prepared<BusinessPeriod & Record<string, unknown>>(
    `select distinct line.business_id as "businessId", date_trunc($1, line.effective_on::timestamp)::date::text as "startsOn"
     from entry_line as line join account on account.id = line.account_id and account.type in ('income', 'expense')
     join entry on entry.id = line.entry_id
     where line.business_id is not null and line.effective_on < date_trunc($1, $3::date::timestamp)
       and ($2::timestamptz is null or entry.recorded_at > $2::timestamptz - interval '10 minutes'
         or ($2::timestamptz < $3::date::timestamp at time zone 'UTC'
           and line.effective_on >= date_trunc($1, ($2::timestamptz at time zone 'UTC'))::date))
     order by 1, 2`,
    [cadence, since, today],
  )
}

export interface PeriodSum extends BusinessPeriod {
  caption: CaptionName
  currency: string
  minor: bigint
}

/** Income and expenses of each business in its period, by caption and book currency; debits positive. */
export async function sumsOfPeriods(
  tx: Transaction,
  cadence: Cadence,
  asked: readonly BusinessPeriod[],
): Promise<PeriodSum[]> {
  const rows = await tx.prepared<Omit<PeriodSum, 'minor'> & { minor: string } & Record<string, unknown>>(
    `select asked.business_id as "businessId", asked.starts_on::text as "startsOn", account.caption,
       account.book_currency as currency, sum(line.amount_minor)::text as minor
     from unnest($1::text[], $2::date[]) as asked (business_id, starts_on)
     join entry_line as line on line.business_id = asked.business_id and line.effective_on >= asked.starts_on
       and line.effective_on < asked.starts_on + case $3 when 'week' then interval '7 days'
         when 'month' then interval '1 month' else interval '3 months' end
     join account on account.id = line.account_id and account.type in ('income', 'expense')
     group by 1, 2, 3, 4`,
    [asked.map(({ businessId }) => businessId), asked.map(({ startsOn }) => startsOn), cadence],
  )
  return rows.map(({ minor, ...row }) => Object.assign(row, { minor: BigInt(minor) }))
}
