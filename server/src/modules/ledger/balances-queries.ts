import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { dayAfter } from './spans-queries.ts'

/** As of a day on which things count, and an instant until which they were known; null for all that is known now. */
export interface AsOf {
  effectiveOn: string
  recordedAt: string | null
}

export interface Balance {
  accountId: Id<'account'>
  currency: string
  /** Minor units; debits are positive. */
  minor: bigint
}

/** Sums by day: every line is in one of them. */
const BY_DAY = `select account_id, currency, sum(debit_minor - credit_minor) as minor from account_day
  where book_id = $1 and effective_on <= $2::date`
/** What was recorded on the day of the instant, but after it: that day's sums hold it already. */
const LATER_THAT_DAY = `select line.account_id, line.currency, -sum(line.amount_minor) from entry
  join entry_line as line on line.entry_id = entry.id
  where entry.book_id = $1 and entry.effective_on <= $2::date and entry.recorded_at > $3::timestamptz
    and entry.recorded_at < ${dayAfter('$3')}
  group by line.account_id, line.currency`

/** What stood on each account of a book, by currency; what is 0 is left out. Costs the days of the accounts, and not their lines. */
export async function balancesAsOf(
  tx: Transaction,
  bookId: Id<'book'>,
  { effectiveOn, recordedAt }: AsOf,
): Promise<Balance[]> {
  const known =
    recordedAt === null
      ? `${BY_DAY} group by account_id, currency`
      : `select account_id, currency, sum(minor) as minor from (
           ${BY_DAY} and recorded_on <= ($3::timestamptz at time zone 'UTC')::date group by account_id, currency
           union all ${LATER_THAT_DAY}) as both_parts group by account_id, currency`
  const rows = await tx.prepared<{ accountId: Id<'account'>; currency: string; minor: string }>(
    `select account_id as "accountId", currency, minor::text from (${known}) as balance where minor <> 0`,
    [bookId, effectiveOn, ...(recordedAt === null ? [] : [recordedAt])],
  )
  return rows.map(({ accountId, currency, minor }) => ({ accountId, currency, minor: BigInt(minor) }))
}

/** What stands on one account, by currency, seen as debits. */
export async function balancesOfAccount(
  tx: Transaction,
  accountId: Id<'account'>,
): Promise<{ currency: string; minor: bigint }[]> {
  const rows = await tx.prepared<{ currency: string; minor: string }>(
    `select currency, sum(debit_minor - credit_minor)::text as minor from account_day where account_id = $1
     group by currency having sum(debit_minor - credit_minor) <> 0`,
    [accountId],
  )
  return rows.map(({ currency, minor }) => ({ currency, minor: BigInt(minor) }))
}
