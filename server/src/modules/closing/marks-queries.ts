import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Actor } from '#server/catalogue/access.ts'
import type { Within } from './checks-queries.ts'
import type { MarkName } from './schema.ts'

export interface Mark {
  bookId: Id<'book'>
  /** The first day of its month. */
  month: string
  mark: MarkName
  note: string | null
  actorName: string | null
  markedOn: string
  /** How many entries of the month came in since. */
  since: number
}

const count = (book: string, month: string) => `(select count(*)::int from entry where entry.book_id = ${book}
  and effective_on >= ${month} and effective_on < ${month} + interval '1 month')`

export async function marksOf(
  tx: Transaction,
  bookIds: readonly Id<'book'>[],
  { startsOn, endsOn }: Within,
): Promise<Mark[]> {
  return tx.prepared<Mark & Record<string, unknown>>(
    `select book_id as "bookId", month::text as month, mark, note, (marked_at at time zone 'UTC')::date as "markedOn",
       coalesce((select display_name from person where person.id = actor_id),
         (select name from api_key where api_key.id = actor_id)) as "actorName",
       ${count('period_mark.book_id', 'period_mark.month')} - entry_count as since
     from period_mark where book_id = any ($1) and month between $2::date and $3::date`,
    [bookIds, startsOn, endsOn],
  )
}

/**
 * The books are locked by then, so that no entry is on its way that a count does not have. A mark that has them all stays as it is;
 * answers the others.
 */
export async function setMarks(
  tx: Transaction,
  given: {
    studioId: Id<'studio'>
    pairs: readonly { bookId: Id<'book'>; startsOn: string }[]
    mark: MarkName
    note: string | null
    actor: Actor
  },
): Promise<{ bookId: Id<'book'>; month: string }[]> {
  const { studioId, pairs, mark, note, actor } = given
  return tx.prepared<{ bookId: Id<'book'>; month: string }>(
    `insert into period_mark (book_id, month, mark, studio_id, note, entry_count, actor_kind, actor_id)
     select given.book_id, given.month, $3, $4, $5, ${count('given.book_id', 'given.month')}, $6, $7
     from unnest($1::text[], $2::date[]) as given (book_id, month)
     on conflict (book_id, month, mark) do update set note = excluded.note, entry_count = excluded.entry_count,
       actor_kind = excluded.actor_kind, actor_id = excluded.actor_id, marked_at = date_trunc('milliseconds', now())
       where period_mark.entry_count <> excluded.entry_count
     returning book_id as "bookId", to_char(month, 'YYYY-MM') as month`,
    [
      pairs.map(({ bookId }) => bookId),
      pairs.map(({ startsOn }) => startsOn),
      mark,
      studioId,
      note,
      actor.kind,
      actor.id,
    ],
  )
}

/** The note that it had, or undefined where there was no such mark. */
export async function deleteMark(
  tx: Transaction,
  { bookId, startsOn, mark }: { bookId: Id<'book'>; startsOn: string; mark: MarkName },
): Promise<{ note: string | null } | undefined> {
  const [row] = await tx.prepared<{ note: string | null }>(
    'delete from period_mark where book_id = $1 and month = $2 and mark = $3 returning note',
    [bookId, startsOn, mark],
  )
  return row
}
