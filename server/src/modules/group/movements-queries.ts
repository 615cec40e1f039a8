import type { CaptionName } from '#kernel/captions.ts'
import type { Transaction } from '#server/database/database.ts'
import { dayAfter } from '#server/modules/ledger/index.ts'
import { movesCash } from '#server/modules/statements/index.ts'
import type { Member, Movement } from './consolidation-model.ts'

/** Those of these entities that are there, with their books where they have one. */
export async function readMembers(tx: Transaction, ids: readonly string[]): Promise<Map<string, Member>> {
  const rows = await tx.prepared<Member & Record<string, unknown>>(
    `select entity.id, entity.name, book.id as "bookId", coalesce(book.currency, entity.functional_currency) as currency
     from entity left join book on book.entity_id = entity.id where entity.id = any ($1) order by entity.id`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The database's own clock, to the millisecond, as entries are told to be recorded. */
export async function nowKnown(tx: Transaction): Promise<string> {
  const [row] = await tx.prepared<{ now: string }>(`select date_trunc('milliseconds', now()) as now`, [])
  return row?.now ?? ''
}

export interface MovementsWanted {
  /** Each with the days on which something begins that matters: no stretch reaches over one. The first is before all others. */
  books: readonly { bookId: string; cuts: readonly string[] }[]
  currency: string
  from: string
  to: string
  knownAt: string
}

/**
 * Where a line falls: into the stretch between two cuts, and within that on its own day where the rate of the day matters
 * or who the partner was on it (equity, investments and dividends), or into its month where the average does: results, and goods of the
 * group, in another currency; and whatever is in another currency and moved within the period, for what it did to cash.
 */
const STRETCH = (of: string) => `greatest(
  wanted.cuts[width_bucket(${of}.effective_on, wanted.cuts)],
  case when wanted.is_daily then ${of}.effective_on
    when wanted.is_monthly or ${of}.currency <> $2 and ${of}.effective_on >= $5::date
    then date_trunc('month', ${of}.effective_on)::date end)`

/**
 * Sums by account, partner and stretch of days of all books, in one statement and so of one moment. What has no partner is what
 * the sums by day have beyond the lines with one: few lines have one, and the rest is never read. `recorded_on` is left to the
 * lines where the instant cuts through a day. Books and accounts are looked up one by one: a plan without statistics, as in the
 * minute after a bulk, took them for one row each and went through all accounts for every book (10 s and more instead of 1).
 */
const MOVEMENTS = `
  with wanted as materialized (
    select account.id, account.caption, given.cuts, book.entity_id, book.id as book_id,
      account.type = 'equity' and account.caption <> 'exchange'
        or account.caption in ('investments-group', 'investments-other', 'investment-income') as is_daily,
      book.currency <> $2 and (account.type in ('income', 'expense') or account.caption in ('inventory', 'fixed-assets'))
        as is_monthly
    from jsonb_to_recordset($1::jsonb) as given ("bookId" text, cuts date[])
    cross join lateral (select * from book where book.id = given."bookId" offset 0) as book
    cross join lateral (select * from account where account.book_id = book.id offset 0) as account),
  later as materialized (
    select entry.id, ${movesCash('entry.id')} as moves_cash from (select distinct book_id from wanted) as own
    cross join lateral (select id from entry where entry.book_id = own.book_id and entry.effective_on <= $3::date
      and entry.recorded_at > $4::timestamptz
      and entry.recorded_at < ${dayAfter('$4')} offset 0) as entry),
  summed as (
    select wanted.id, day.currency, null::text as partner_id, ${STRETCH('day')} as "on",
      sum(day.debit_minor - day.credit_minor) as minor, sum(day.cash_minor) as cash
    from wanted join account_day as day on day.account_id = wanted.id
    where day.effective_on <= $3::date and day.recorded_on <= ($4::timestamptz at time zone 'UTC')::date
    group by 1, 2, 4
    union all
    select wanted.id, line.currency, null, ${STRETCH('line')}, -sum(line.amount_minor),
      -sum(case when later.moves_cash then line.amount_minor else 0 end)
    from later join entry_line as line on line.entry_id = later.id join wanted on wanted.id = line.account_id
    group by 1, 2, 4),
  partnered as materialized (
    select wanted.id, line.currency, line.partner_entity_id::text as partner_id, ${STRETCH('line')} as "on",
      sum(line.amount_minor) as minor,
      sum(case when line.effective_on >= $5::date and ${movesCash('line.entry_id')} then line.amount_minor else 0 end) as cash
    from entry_line as line join wanted on wanted.id = line.account_id join entry on entry.id = line.entry_id
    where line.book_id in (select book_id from wanted) and line.partner_entity_id is not null and line.effective_on <= $3::date
      and entry.recorded_at <= $4::timestamptz
    group by 1, 2, 3, 4),
  every as (
    select * from summed
    union all select id, currency, null, "on", -minor, -cash from partnered
    union all select * from partnered)
  select wanted.entity_id as "entityId", every.id as "accountId", wanted.caption, every.currency,
    every.partner_id as "partnerId", every."on"::text as "on", sum(every.minor)::text as minor,
    sum(case when every."on" >= $5::date then every.cash else 0 end)::text as cash
  from every join wanted on wanted.id = every.id
  group by 1, 2, 3, 4, 5, 6 having sum(every.minor) <> 0 or sum(every.cash) <> 0
  order by 1, 2, 4, 5 nulls first, 6`

/** For this transaction: sums of a whole group are sorted in memory, and not on disk. */
const ROOM_TO_SUM = `select set_config('work_mem', '64MB', true)`

export async function readMovements(
  tx: Transaction,
  { books, currency, from, to, knownAt }: MovementsWanted,
): Promise<Movement[]> {
  const [, rows] = await Promise.all([
    tx.prepared(ROOM_TO_SUM, []),
    tx.prepared<MovementRow>(MOVEMENTS, [JSON.stringify(books), currency, to, knownAt, from]),
  ])
  return rows.map((row) => Object.assign(row, { minor: BigInt(row.minor), cash: BigInt(row.cash) }))
}

interface MovementRow extends Record<string, unknown> {
  entityId: string
  accountId: string
  caption: CaptionName
  currency: string
  partnerId: string | null
  on: string
  minor: string
  cash: string
}
