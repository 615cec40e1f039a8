import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { notOpenToYou } from '#server/catalogue/problems.ts'
import { findSubject, type FoundSubject, type SubjectMeans } from '#server/modules/subjects/index.ts'
import { WRITE } from './add-comment.ts'
import { lockComment, type CommentRow } from './comments-queries.ts'
import { mayModerate } from './may-moderate.ts'
import { notYoursToRemove } from './problems.ts'

/** The comment, locked, and what it is about. Throws `catalogue.not-found` also where it is removed, unless that is wanted. */
export async function commentToChange(
  context: CallContext,
  { id, means, isRemoved = false }: { id: Id<'comment'>; means: SubjectMeans; isRemoved?: boolean },
): Promise<FoundSubject & { row: CommentRow }> {
  const row = await lockComment(context.tx, id)
  if (!row || (row.removed_at !== null) !== isRemoved) throw notOpenToYou(id)
  const found = await findSubject(context, { id: row.subject_id, permission: WRITE, means }).catch(() => {
    throw notOpenToYou(id)
  })
  return { ...found, row }
}

/** Throws `comments.not-yours-to-remove` for whoever neither wrote it nor moderates. */
export function checkRemover({ access, actor }: CallContext, row: CommentRow): void {
  if (row.actor_id === actor.id || mayModerate(present(access, 'somebody'), WRITE)) return
  throw notYoursToRemove(row.id)
}

/** What is told of a change to it: its subject, and which one it is. */
export function told({ id, subject_id, business_id }: CommentRow) {
  return {
    subjectId: subject_id,
    ...(business_id !== null && { businessId: business_id }),
    commentId: id,
  }
}
