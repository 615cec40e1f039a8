import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Schedule, ScheduleKind, Terms } from './schedule-schema.ts'

export interface ScheduleRow extends Omit<Schedule, 'lastOn'> {
  terms: unknown
  /** Of its book. */
  currency: string
}

const SELECT = `select schedule.id, schedule.book_id as "bookId", name, kind, ended_on as "endedOn",
    created_at as "createdAt", terms, book.currency from schedule join book on book.id = schedule.book_id`

export async function insertSchedule(
  tx: Transaction,
  given: {
    id: Id<'schedule'>
    studioId: Id<'studio'>
    bookId: Id<'book'>
    name: string
    kind: ScheduleKind
    terms: Terms
  },
): Promise<void> {
  const { id, studioId, bookId, name, kind, terms } = given
  await tx.prepared(
    'insert into schedule (id, studio_id, book_id, name, kind, terms) values ($1, $2, $3, $4, $5, $6)',
    [id, studioId, bookId, name, kind, JSON.stringify(terms)],
  )
}

export async function findSchedule(tx: Transaction, id: Id<'schedule'>): Promise<ScheduleRow | undefined> {
  const [row] = await tx.prepared<ScheduleRow & Record<string, unknown>>(`${SELECT} where schedule.id = $1`, [
    id,
  ])
  return row
}

/** Of these books, or of all that the caller covers; in the order in which they were made. */
export async function schedulesOf(
  tx: Transaction,
  bookIds: readonly Id<'book'>[] | undefined,
): Promise<ScheduleRow[]> {
  return tx.prepared<ScheduleRow & Record<string, unknown>>(
    `${SELECT} where $1::text[] is null or schedule.book_id = any ($1) order by schedule.id`,
    [bookIds ?? null],
  )
}

export interface ScheduleFilter {
  ids: readonly string[] | undefined
  bookId: Id<'book'> | undefined
}

export async function pageOfSchedules(
  tx: Transaction,
  { ids, bookId }: ScheduleFilter,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<ScheduleRow[]> {
  return tx.prepared<ScheduleRow & Record<string, unknown>>(
    `${SELECT} where ($1::text[] is null or schedule.id = any ($1)) and ($2::text is null or schedule.book_id = $2)
       and ($3::text is null or schedule.id < $3) order by schedule.id desc limit $4`,
    [ids ?? null, bookId ?? null, after?.[0] ?? null, limit],
  )
}

export async function countSchedules(tx: Transaction, { ids, bookId }: ScheduleFilter): Promise<number> {
  const [row] = await tx.prepared<{ total: number }>(
    `select count(*)::int as total from schedule
     where ($1::text[] is null or id = any ($1)) and ($2::text is null or book_id = $2)`,
    [ids ?? null, bookId ?? null],
  )
  return row?.total ?? 0
}

export async function endScheduleRow(
  tx: Transaction,
  { id, endedOn }: { id: Id<'schedule'>; endedOn: string },
): Promise<void> {
  await tx.prepared('update schedule set ended_on = $2 where id = $1', [id, endedOn])
}

/** What was posted for schedules: entries by their external ids. */
export async function postedFor(
  tx: Transaction,
  bookIds: readonly Id<'book'>[],
  externalIds: readonly string[],
): Promise<Map<string, Id<'entry'>>> {
  if (externalIds.length === 0) return new Map()
  const rows = await tx.prepared<{ id: Id<'entry'>; externalId: string }>(
    `select id, external_id as "externalId" from entry where book_id = any ($1) and external_id = any ($2)`,
    [bookIds, externalIds],
  )
  return new Map(rows.map(({ id, externalId }) => [externalId, id]))
}

/** Which of these accounts the book has, with the currency of each; null for one that holds every currency. */
export async function accountsIn(
  tx: Transaction,
  bookId: Id<'book'>,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await tx.prepared<{ id: string; currency: string | null }>(
    'select id, currency from account where book_id = $1 and id = any ($2) and archived_at is null',
    [bookId, ids],
  )
  return new Map(rows.map(({ id, currency }) => [id, currency]))
}
