import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { notOpenToYou } from '#server/catalogue/problems.ts'
import { findSubject } from '#server/modules/subjects/index.ts'
import { mayModerate } from './as-shown.ts'
import { WRITE } from './attach-file.ts'
import type { AttachmentMeans } from './attachments-means.ts'
import { lockAttachment, setRemoved, type AttachmentRow } from './attachments-queries.ts'
import { notYoursToRemove } from './problems.ts'

/** Takes it away, or brings it back. Who may: whoever put it there, or took it away, and moderators. */
export async function changeAttachment(
  context: CallContext,
  given: { id: Id<'attachment'>; to: 'removed' | 'restored'; means: AttachmentMeans },
): Promise<AttachmentRow> {
  const { id, to, means } = given
  const { tx, actor, record } = context
  const row = await lockAttachment(tx, id)
  if (!row || (row.removed_at !== null) !== (to === 'restored')) throw notOpenToYou(id)
  await findSubject(context, { id: row.subject_id, permission: WRITE, means }).catch(() => {
    throw notOpenToYou(id)
  })
  const whose = to === 'removed' ? row.actor_id : row.removed_by
  if (whose !== actor.id && !mayModerate(present(context.access, 'somebody'), WRITE))
    throw notYoursToRemove(id)
  await setRemoved(tx, id, to === 'removed' ? actor.id : null)
  const { name, subject_id, business_id } = row
  const what = { attachmentId: id, name }
  record({
    type: `attachments.file-${to}`,
    subjectId: subject_id,
    ...(business_id !== null && { businessId: business_id }),
    ...(to === 'removed' ? { before: what } : { after: what }),
  })
  return row
}
