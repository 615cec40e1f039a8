import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { dayAfter, type Span, type SpanSum } from '../ledger/index.ts'

export interface DaySum extends SpanSum {
  on: string
}

interface DayRow extends Record<string, unknown> {
  at: number
  accountId: Id<'account'>
  currency: string
  on: string
  minor: string
}

/**
 * Entries that open a book, and what takes them back: they say what was there, and moved nothing. Only what found nothing before its day opens
 * a book: an entry that merely calls itself so stays a movement.
 */
export const OPENINGS = `opened as (
    select id from entry as opening where book_id = any ($1) and source = 'opening' and not exists (
      select from entry as earlier where earlier.book_id = opening.book_id and earlier.effective_on < opening.effective_on
        and earlier.recorded_at < opening.recorded_at and earlier.source <> 'opening')),
  openings as (select id from opened union all select back.id from opened join entry as back on back.reverses_id = opened.id)`

/** What a book was opened with within each span, by account, currency and day. */
export async function openingSums(
  tx: Transaction,
  bookId: Id<'book'>,
  { spans, recordedAt }: { spans: readonly Span[]; recordedAt: string | null },
): Promise<DaySum[]> {
  const rows = await tx.prepared<DayRow>(
    `with ${OPENINGS}
     select (span.at - 1)::int as at, line.account_id as "accountId", line.currency, line.effective_on::text as on,
       sum(line.amount_minor)::text as minor
     from openings join entry using (id)
     join unnest($2::date[], $3::date[]) with ordinality as span (from_on, to_on, at)
       on entry.effective_on between span.from_on and span.to_on
     join entry_line as line on line.entry_id = entry.id
     where $4::timestamptz is null or entry.recorded_at <= $4::timestamptz
     group by 1, 2, 3, 4 having sum(line.amount_minor) <> 0`,
    [[bookId], spans.map(({ from }) => from ?? '0001-01-01'), spans.map(({ to }) => to), recordedAt],
  )
  return rows.map(({ minor, ...row }) => Object.assign(row, { minor: BigInt(minor) }))
}

/** Whether an entry moves cash. */
export const movesCash = (entryId: string) =>
  `exists (select from entry_line as beside join account as own on own.id = beside.account_id
    where beside.entry_id = ${entryId} and own.caption = 'cash')`

/**
 * What the other lines of entries that move cash come to, by account, currency and day: the sides against which cash was moved. Costs days;
 * of the day of the instant, and of what opens a book, the entries.
 */
export async function againstCash(
  tx: Transaction,
  bookId: Id<'book'>,
  { spans, recordedAt }: { spans: readonly Span[]; recordedAt: string | null },
): Promise<DaySum[]> {
  const rows = await tx.prepared<DayRow>(
    `with ${OPENINGS},
     taken as (
       select entry.id from (select id from openings union
         select id from entry where book_id = any ($1) and recorded_at > $4::timestamptz and recorded_at < ${dayAfter('$4')}) as either
       join entry using (id)
       where ($4::timestamptz is null or recorded_at < ${dayAfter('$4')}) and ${movesCash('entry.id')}),
     summed as (
       select account_id, currency, effective_on, cash_minor as minor from account_day
       where book_id = any ($1) and cash_minor <> 0
         and ($4::timestamptz is null or recorded_on <= ($4::timestamptz at time zone 'UTC')::date)
       union all
       select line.account_id, line.currency, line.effective_on, -line.amount_minor from taken join entry_line as line on line.entry_id = taken.id)
     select (span.at - 1)::int as at, summed.account_id as "accountId", summed.currency, summed.effective_on::text as on,
       sum(summed.minor)::text as minor
     from unnest($2::date[], $3::date[]) with ordinality as span (from_on, to_on, at)
     join summed on summed.effective_on between span.from_on and span.to_on
     join account on account.id = summed.account_id and account.caption <> 'cash'
     group by 1, 2, 3, 4 having sum(summed.minor) <> 0`,
    [[bookId], spans.map(({ from }) => from ?? '0001-01-01'), spans.map(({ to }) => to), recordedAt],
  )
  return rows.map(({ minor, ...row }) => Object.assign(row, { minor: BigInt(minor) }))
}
