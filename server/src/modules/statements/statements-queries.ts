import type { CaptionName } from '#kernel/captions.ts'
import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Span, SpanSum } from '../ledger/index.ts'

/** With the entity that holds it now: its book is open to whoever covers that. */
export async function findBusinessHeld(
  tx: Transaction,
  businessId: string,
): Promise<{ id: Id<'business'>; name: string; entityId: string } | undefined> {
  const [row] = await tx.prepared<{ id: Id<'business'>; name: string; entityId: string }>(
    'select id, name, entity_id as "entityId" from business where id = $1',
    [businessId],
  )
  return row
}

export async function findCategoryName(
  tx: Transaction,
  categoryId: string,
): Promise<{ id: Id<'category'>; name: string } | undefined> {
  const [row] = await tx.prepared<{ id: Id<'category'>; name: string }>(
    'select id, name from category where id = $1',
    [categoryId],
  )
  return row
}

/** Those that are in it now and open to the caller. */
export async function businessesOfCategory(tx: Transaction, categoryId: string): Promise<string[]> {
  const rows = await tx.prepared<{ id: string }>('select id from business where category_id = $1', [
    categoryId,
  ])
  return rows.map(({ id }) => id)
}

/**
 * What of their lines is between these businesses: of pairs of entries that were posted in two books at once, and what reversed them, the
 * lines with a partner on whose other side one of them stands as well. What the caller may not see on the other side stays.
 */
export async function sumsBetween(
  tx: Transaction,
  businessIds: readonly string[],
  { spans, recordedAt }: { spans: readonly Span[]; recordedAt: string | null },
): Promise<SpanSum[]> {
  const rows = await tx.prepared<Omit<SpanSum, 'minor'> & { minor: string } & Record<string, unknown>>(
    `select (span.at - 1)::int as at, line.account_id as "accountId", line.currency, sum(line.amount_minor)::text as minor
     from unnest($2::date[], $3::date[]) with ordinality as span (from_on, to_on, at)
     join entry_line as line on line.business_id = any ($1) and line.partner_entity_id is not null
       and line.effective_on between span.from_on and span.to_on
     join entry on entry.id = line.entry_id
     where ($4::timestamptz is null or entry.recorded_at <= $4::timestamptz)
       and exists (
         select from (
           select to_entry_id as id from intercompany_pair where from_entry_id = coalesce(entry.reverses_id, entry.id)
           union all
           select from_entry_id from intercompany_pair where to_entry_id = coalesce(entry.reverses_id, entry.id)) as other
         join entry_line as mirror on mirror.entry_id = other.id
         where mirror.business_id = any ($1) and mirror.partner_entity_id is not null)
     group by 1, 2, 3 having sum(line.amount_minor) <> 0`,
    [businessIds, spans.map(({ from }) => from ?? '0001-01-01'), spans.map(({ to }) => to), recordedAt],
  )
  return rows.map((row) => Object.assign(row, { minor: BigInt(row.minor) }))
}

export interface Owed extends SpanSum {
  entityId: string
  partnerId: string
  caption: CaptionName
}

/** What stands on accounts of the group in these books, for these businesses and with the entities of these books, on each day. */
export async function owedBetween(
  tx: Transaction,
  businessIds: readonly string[],
  {
    bookIds,
    days,
    recordedAt,
  }: { bookIds: readonly string[]; days: readonly string[]; recordedAt: string | null },
): Promise<Owed[]> {
  if (bookIds.length < 2) return []
  const rows = await tx.prepared<Omit<Owed, 'minor'> & { minor: string } & Record<string, unknown>>(
    `select (day.at - 1)::int as at, book.entity_id as "entityId", line.partner_entity_id as "partnerId",
       line.account_id as "accountId", account.caption, line.currency, sum(line.amount_minor)::text as minor
     from unnest($2::date[]) with ordinality as day (to_on, at)
     join entry_line as line on line.business_id = any ($1) and line.book_id = any ($3) and line.effective_on <= day.to_on
       and line.partner_entity_id in (select entity_id from book where id = any ($3))
     join account on account.id = line.account_id
       and account.caption in ('due-from-group', 'due-to-group', 'loans-to-group', 'loans-from-group')
     join book on book.id = line.book_id
     join entry on entry.id = line.entry_id
     where $4::timestamptz is null or entry.recorded_at <= $4::timestamptz
     group by 1, 2, 3, 4, 5, 6 having sum(line.amount_minor) <> 0 order by 4`,
    [businessIds, days, bookIds, recordedAt],
  )
  return rows.map((row) => Object.assign(row, { minor: BigInt(row.minor) }))
}
