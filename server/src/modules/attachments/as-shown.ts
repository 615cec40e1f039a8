import { coverageOf, type Access } from '#server/catalogue/access.ts'
import { namesOfActors } from '#server/catalogue/actor-names-queries.ts'
import type { Transaction } from '#server/database/database.ts'
import type { AttachmentRow } from './attachments-queries.ts'
import { Attachment } from './schema.ts'

/** Rows as they are read by whoever found them under `permission`. */
export async function asShown(
  tx: Transaction,
  rows: readonly AttachmentRow[],
  { access, permission }: { access: Access; permission: string },
): Promise<Attachment[]> {
  const names = await namesOfActors(
    tx,
    rows.map(({ actor_id }) => actor_id),
  )
  const canModerate = mayModerate(access, permission)
  return rows.map((row) =>
    Attachment.parse({
      id: row.id,
      subjectId: row.subject_id,
      name: row.name,
      size: row.size,
      mediaType: row.media_type,
      sha256: row.sha256,
      actor: { kind: row.actor_kind, id: row.actor_id, name: names.get(row.actor_id) ?? null },
      at: row.created_at,
      fault: row.fault,
      canRemove: canModerate || row.actor_id === access.actor.id,
    }),
  )
}

/** Whether others' files are theirs to remove: the permission must cover all that the one does under which they were found. */
export function mayModerate(access: Access, permission: string): boolean {
  const [found, theirs] = [coverageOf(access, permission), coverageOf(access, 'attachments.moderate')]
  if (!found || !theirs) return false
  return theirs.isWhole || (!found.isWhole && found.ids.every((id) => theirs.ids.includes(id)))
}
