import { namesOfActors } from '#server/catalogue/actor-names-queries.ts'
import { idFrom } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { CommentRow } from './comments-queries.ts'
import { Comment } from './schema.ts'

/** Rows as they are read: with the names that people have now. */
export async function asShown(
  tx: Transaction,
  rows: readonly CommentRow[],
  { actorId, canModerate }: { actorId: string; canModerate(row: CommentRow): boolean },
): Promise<Comment[]> {
  const names = await namesOfActors(
    tx,
    rows.flatMap(({ actor_id, mentioned }) => [actor_id, ...mentioned]),
  )
  return rows.map((row) => {
    const isOwn = row.actor_id === actorId
    return Comment.parse({
      id: row.id,
      subjectId: row.subject_id,
      body: row.body,
      mentions: row.mentioned.flatMap((id) => {
        const name = names.get(id)
        return name === undefined ? [] : [{ id: idFrom('person', id), name }]
      }),
      actor: { kind: row.actor_kind, id: row.actor_id, name: names.get(row.actor_id) ?? null },
      at: row.created_at,
      editedAt: row.edited_at,
      revision: row.revision,
      isOwn,
      canRemove: isOwn || canModerate(row),
    })
  })
}
