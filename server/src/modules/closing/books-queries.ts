import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { containing } from '#server/database/like-pattern.ts'
import type { Actor } from '#server/catalogue/access.ts'
import type { Kind } from './schema.ts'

export interface BookToClose {
  id: Id<'book'>
  entityId: Id<'entity'>
  entityName: string
  currency: string
  closedThrough: string | null
  softClosedThrough: string | null
  /** The day of its first entry. */
  firstOn: string | null
}

export interface LockedBook extends BookToClose {
  /** From which sum on an entry by hand waits for a second person; null where none does. */
  manualLimitMinor: bigint | null
}

const COLUMNS = `book.id, book.entity_id as "entityId", entity.name as "entityName", book.currency,
  book.manual_limit_minor as "manualLimitMinor",
  book.closed_through as "closedThrough", book.soft_closed_through as "softClosedThrough",
  (select min(effective_on) from entry where entry.book_id = book.id) as "firstOn"`

/**
 * In the order of their ids, so that two who close many follow each other. Waits for every entry on its way into one of them, and
 * what is read after this is all that there is.
 */
export async function lockBooks(tx: Transaction, ids: readonly Id<'book'>[]): Promise<LockedBook[]> {
  await tx.prepared('select from book where id = any ($1) order by id for no key update', [ids])
  return tx.prepared<LockedBook & Record<string, unknown>>(
    `select ${COLUMNS} from book join entity on entity.id = book.entity_id where book.id = any ($1) order by book.id`,
    [ids],
  )
}

export interface BoardFilter {
  ids?: readonly string[] | undefined
  search?: string | undefined
}

export async function pageOfBoard(
  tx: Transaction,
  filter: BoardFilter,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<BookToClose[]> {
  const page = books(filter)
    .select([
      sql<Id<'book'>>`book.id`.as('id'),
      sql<Id<'entity'>>`book.entity_id`.as('entityId'),
      sql<string>`entity.name`.as('entityName'),
      sql<string>`book.currency`.as('currency'),
      sql<string | null>`book.closed_through`.as('closedThrough'),
      sql<string | null>`book.soft_closed_through`.as('softClosedThrough'),
      sql<string | null>`(select min(effective_on) from entry where entry.book_id = book.id)`.as('firstOn'),
    ])
    .orderBy(sql`entity.name collate "und-x-icu"`)
    .orderBy(sql`book.id`)
    .limit(limit)
  const later =
    after && sql<boolean>`(entity.name collate "und-x-icu", book.id) > (${after[0]}, ${after[1]}::text)`
  return tx.rows(later ? page.where(later) : page)
}

export async function countBoard(tx: Transaction, filter: BoardFilter): Promise<number> {
  const row = await tx.find(books(filter).select(sql<number>`count(*)::int`.as('total')))
  return row?.total ?? 0
}

function books({ ids, search }: BoardFilter) {
  let all = query
    .selectFrom('book')
    .innerJoin('entity', (join) => join.on(sql<boolean>`entity.id = book.entity_id`))
  if (ids) all = all.where(sql<boolean>`book.id = any (${ids})`)
  if (search) {
    const pattern = containing(search)
    all = all.where(sql<boolean>`(entity.name ilike ${pattern} or book.id = ${search})`)
  }
  return all
}

export interface Closing {
  studioId: Id<'studio'>
  books: readonly { id: Id<'book'>; months: readonly { startsOn: string; despite: string | null }[] }[]
  /** The last day of the last month, the same for all. */
  endsOn: string
  kind: Kind
  actor: Actor
}

/** What is soft gives way to what is hard, up to that day. */
export async function closeBooks(tx: Transaction, closing: Closing): Promise<void> {
  const { books: closed, endsOn, studioId, kind, actor } = closing
  const set =
    kind === 'hard'
      ? `closed_through = $2, soft_closed_through = case when soft_closed_through > $2 then soft_closed_through end`
      : `soft_closed_through = $2`
  const rows = closed.flatMap(({ id, months }) =>
    months.map(({ startsOn, despite }) => ({ id, startsOn, despite })),
  )
  await Promise.all([
    tx.prepared(`update book set ${set} where id = any ($1)`, [closed.map(({ id }) => id), endsOn]),
    tx.prepared(
      `insert into closed_period as was (book_id, month, studio_id, kind, despite, actor_kind, actor_id)
       select given.id, given.month, $4, $5, given.despite, $6, $7
       from unnest($1::text[], $2::date[], $3::text[]) as given (id, month, despite)
       on conflict (book_id, month) do update set kind = excluded.kind, despite = excluded.despite,
         actor_kind = excluded.actor_kind, actor_id = excluded.actor_id, closed_at = date_trunc('milliseconds', now())`,
      [
        rows.map(({ id }) => id),
        rows.map(({ startsOn }) => startsOn),
        rows.map(({ despite }) => despite),
        studioId,
        kind,
        actor.kind,
        actor.id,
      ],
    ),
  ])
}

/** Opens a month and all after it: closing is a prefix. What was said of them by hand is to be said again. */
export async function reopenBook(
  tx: Transaction,
  { bookId, startsOn }: { bookId: Id<'book'>; startsOn: string },
): Promise<void> {
  await Promise.all([
    tx.prepared(
      `update book set closed_through = least(closed_through, $2::date - 1),
         soft_closed_through = case when soft_closed_through < $2::date then soft_closed_through end where id = $1`,
      [bookId, startsOn],
    ),
    tx.prepared('delete from closed_period where book_id = $1 and month >= $2', [bookId, startsOn]),
    tx.prepared('delete from period_mark where book_id = $1 and month >= $2', [bookId, startsOn]),
  ])
}

export interface ClosedPeriod {
  bookId: Id<'book'>
  kind: Kind
  despite: string | null
  actorKind: Actor['kind']
  actorId: string
  closedAt: string
}

export async function closedPeriods(
  tx: Transaction,
  bookIds: readonly Id<'book'>[],
  startsOn: string,
): Promise<Map<Id<'book'>, ClosedPeriod>> {
  const rows = await tx.prepared<ClosedPeriod & Record<string, unknown>>(
    `select book_id as "bookId", kind, despite, actor_kind as "actorKind", actor_id as "actorId", closed_at as "closedAt"
     from closed_period where book_id = any ($1) and month = $2`,
    [bookIds, startsOn],
  )
  return new Map(rows.map((row) => [row.bookId, row]))
}

/** Which of these the caller can use. */
export async function booksThere(tx: Transaction, ids: readonly Id<'book'>[]): Promise<Set<Id<'book'>>> {
  const rows = await tx.prepared<{ id: Id<'book'> }>('select id from book where id = any ($1)', [ids])
  return new Set(rows.map(({ id }) => id))
}
