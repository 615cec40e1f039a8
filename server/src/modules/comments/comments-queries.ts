import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'

const COLUMNS = [
  'id',
  'subject_id',
  'business_id',
  'body',
  'mentioned',
  'actor_kind',
  'actor_id',
  'created_at',
  'revision',
  'edited_at',
  'removed_at',
  'removed_by',
] as const

function comments() {
  return query.selectFrom('comment').select([...COLUMNS])
}
export type CommentRow = Awaited<ReturnType<ReturnType<typeof comments>['execute']>>[number]

export async function insertComment(
  tx: Transaction,
  row: Pick<
    CommentRow,
    'id' | 'subject_id' | 'business_id' | 'body' | 'mentioned' | 'actor_kind' | 'actor_id'
  > & { studio_id: Id<'studio'> },
): Promise<CommentRow | undefined> {
  return tx.find(
    query
      .insertInto('comment')
      .values(row)
      .returning([...COLUMNS]),
  )
}

/** Locked, so that two who change it come one after the other. Also one that was removed. */
export async function lockComment(tx: Transaction, id: Id<'comment'>): Promise<CommentRow | undefined> {
  return tx.find(comments().where('id', '=', id).forUpdate())
}

export async function setBody(
  tx: Transaction,
  { id, body, mentioned }: { id: Id<'comment'>; body: string; mentioned: string[] },
): Promise<CommentRow | undefined> {
  return tx.find(
    query
      .updateTable('comment')
      .set({ body, mentioned, revision: sql`revision + 1`, edited_at: sql`now()` })
      .where('id', '=', id)
      .returning([...COLUMNS]),
  )
}

export async function setRemoved(tx: Transaction, id: Id<'comment'>, by: string | null): Promise<void> {
  await tx.rows(
    query
      .updateTable('comment')
      .set({ removed_at: by === null ? null : sql`now()`, removed_by: by })
      .where('id', '=', id),
  )
}

/** On one subject, or on all whose ids begin so: row-level security leaves what is covered. */
export type CommentsOf = { subjectId: string } | { prefixes: readonly string[] }

/** The newest first. */
export async function pageOfComments(
  tx: Transaction,
  of: CommentsOf,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<CommentRow[]> {
  const page = comments().where(isShown(of)).orderBy('id', 'desc').limit(limit)
  return tx.rows(after ? page.where(sql<boolean>`id < ${after[0]}`) : page)
}

const COUNTED_MAX = 10_000

/** Up to `COUNTED_MAX`. */
export async function countComments(tx: Transaction, of: CommentsOf): Promise<number> {
  const some = query.selectFrom('comment').select('id').where(isShown(of)).limit(COUNTED_MAX)
  const row = await tx.find(query.selectFrom(some.as('some')).select(sql<number>`count(*)::int`.as('total')))
  return row?.total ?? 0
}

function isShown(of: CommentsOf) {
  const isOf =
    'subjectId' in of
      ? sql`subject_id = ${of.subjectId}`
      : sql`left(subject_id, 4) = any (${of.prefixes.map((prefix) => `${prefix}_`)})`
  return sql<boolean>`(studio_id = current_studio() and removed_at is null and ${isOf})`
}

/** People who said something on these, and their first comment that still stands. */
export async function writersOn(
  tx: Transaction,
  subjectIds: readonly string[],
): Promise<{ subject_id: string; actor_id: string; first_id: string }[]> {
  return tx.prepared<{ subject_id: string; actor_id: string; first_id: string }>(
    `select subject_id, actor_id, min(id) as first_id from comment
     where studio_id = current_studio() and subject_id = any ($1) and removed_at is null and actor_kind = 'person'
     group by subject_id, actor_id`,
    [[...new Set(subjectIds)]],
  )
}
