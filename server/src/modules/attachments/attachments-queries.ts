import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'

function attachments() {
  return query
    .selectFrom('attachment')
    .innerJoin('stored_file', (join) =>
      join
        .onRef('stored_file.studio_id', '=', 'attachment.studio_id')
        .onRef('stored_file.sha256', '=', 'attachment.sha256'),
    )
    .select(['attachment.id', 'attachment.subject_id', 'attachment.business_id', 'attachment.name'])
    .select(['attachment.media_type', 'attachment.sha256', 'attachment.actor_kind', 'attachment.actor_id'])
    .select(['attachment.created_at', 'attachment.removed_at', 'attachment.removed_by'])
    .select(['stored_file.fault', sql<number>`stored_file.size::int4`.as('size')])
}
export type AttachmentRow = Awaited<ReturnType<ReturnType<typeof attachments>['execute']>>[number]

/**
 * Files that are being attached share this lock, and the sweep takes it alone: what it finds without a row has none, also
 * not one that is just being written. Held to the end of the transaction.
 */
export async function lockFiles(tx: Transaction, studioId: string, how: 'shared' | 'alone'): Promise<void> {
  const suffix = how === 'shared' ? '_shared' : ''
  await tx.prepared(`select pg_advisory_xact_lock${suffix}(hashtextextended($1, 0))`, [
    `iza.files ${studioId}`,
  ])
}

/** The same content is one row, whoever sends it. It is whole again now, for it was just put there. */
export async function ensureStoredFile(
  tx: Transaction,
  row: { studio_id: Id<'studio'>; sha256: string; size: number },
): Promise<void> {
  await tx.prepared(
    `insert into stored_file (studio_id, sha256, size) values ($1, $2, $3)
     on conflict (studio_id, sha256) do update set fault = null, checked_at = now() where stored_file.fault is not null`,
    [row.studio_id, row.sha256, row.size],
  )
}

/** False where the upload stands beside another file already. */
export async function insertAttachment(
  tx: Transaction,
  row: Pick<
    AttachmentRow,
    'id' | 'subject_id' | 'business_id' | 'name' | 'media_type' | 'sha256' | 'actor_kind' | 'actor_id'
  > & { studio_id: Id<'studio'>; upload_id: string | null },
): Promise<boolean> {
  const rows = await tx.rows(
    query
      .insertInto('attachment')
      .values(row)
      .onConflict((conflict) => conflict.columns(['studio_id', 'upload_id']).doNothing())
      .returning('id'),
  )
  return rows.length === 1
}

export async function findAttachment(
  tx: Transaction,
  id: Id<'attachment'>,
): Promise<AttachmentRow | undefined> {
  return tx.find(attachments().where('attachment.id', '=', id))
}

export async function lockAttachment(
  tx: Transaction,
  id: Id<'attachment'>,
): Promise<AttachmentRow | undefined> {
  return tx.find(attachments().where('attachment.id', '=', id).forUpdate(['attachment']))
}

export async function setRemoved(tx: Transaction, id: Id<'attachment'>, by: string | null): Promise<void> {
  await tx.rows(
    query
      .updateTable('attachment')
      .set({ removed_at: by === null ? null : sql`now()`, removed_by: by })
      .where('id', '=', id),
  )
}

/** On one subject, or on all whose ids begin so: row-level security leaves what is covered. */
export type AttachmentsOf = { subjectId: string } | { prefixes: readonly string[] }

/** The newest first. */
export async function pageOfAttachments(
  tx: Transaction,
  of: AttachmentsOf,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<AttachmentRow[]> {
  const page = attachments().where(isShown(of)).orderBy('attachment.id', 'desc').limit(limit)
  return tx.rows(after ? page.where(sql<boolean>`attachment.id < ${after[0]}`) : page)
}

const COUNTED_MAX = 10_000

/** Up to `COUNTED_MAX`. */
export async function countAttachments(tx: Transaction, of: AttachmentsOf): Promise<number> {
  const some = query.selectFrom('attachment').select('id').where(isShown(of)).limit(COUNTED_MAX)
  const row = await tx.find(query.selectFrom(some.as('some')).select(sql<number>`count(*)::int`.as('total')))
  return row?.total ?? 0
}

function isShown(of: AttachmentsOf) {
  const isOf =
    'subjectId' in of
      ? sql`attachment.subject_id = ${of.subjectId}`
      : sql`left(attachment.subject_id, 4) = any (${of.prefixes.map((prefix) => `${prefix}_`)})`
  return sql<boolean>`(attachment.studio_id = current_studio() and attachment.removed_at is null and ${isOf})`
}
