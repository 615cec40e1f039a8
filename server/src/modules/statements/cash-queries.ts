import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Span, SpanSum } from '../ledger/index.ts'

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

/** What the other lines of entries that move cash come to, by account, currency and day: the sides against which cash was moved. */
export async function againstCash(
  tx: Transaction,
  bookId: Id<'book'>,
  { spans, recordedAt }: { spans: readonly Span[]; recordedAt: string | null },
): Promise<DaySum[]> {
  const rows = await tx.prepared<DayRow>(
    `with ${OPENINGS}, cash as (select id from account where book_id = any ($1) and caption = 'cash'),
       moved as (select distinct span.at, line.entry_id
         from unnest($2::date[], $3::date[]) with ordinality as span (from_on, to_on, at)
         join entry_line as line on line.account_id in (select id from cash)
           and line.effective_on between span.from_on and span.to_on
         where line.entry_id not in (select id from openings) and ($4::timestamptz is null or exists (select from entry where entry.id = line.entry_id
           and entry.recorded_at <= $4::timestamptz)))
     select (moved.at - 1)::int as at, line.account_id as "accountId", line.currency, line.effective_on::text as on,
       sum(line.amount_minor)::text as minor
     from moved join entry_line as line on line.entry_id = moved.entry_id
     where line.account_id not in (select id from cash)
     group by 1, 2, 3, 4 having sum(line.amount_minor) <> 0`,
    [[bookId], spans.map(({ from }) => from ?? '0001-01-01'), spans.map(({ to }) => to), recordedAt],
  )
  return rows.map(({ minor, ...row }) => Object.assign(row, { minor: BigInt(minor) }))
}
