import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { enqueueQuietly } from '#server/runs/enqueue-quietly.ts'
import { deliverTo, messageBody } from '#server/modules/webhooks/index.ts'
import { findOpenEndpoints } from './inbox-queries.ts'
import { MAILING } from './mailing.ts'
import type { NewNotification } from './notifications-queries.ts'

/** By what else they are told, in the same transaction: a mail for who wants it at once, a message to who has a webhook. */
export async function sendOn(
  { tx, studioId }: { tx: Transaction; studioId: Id<'studio'> },
  made: readonly { row: NewNotification; isSent: boolean }[],
): Promise<void> {
  if (made.length === 0) return
  const atOnce = made.filter(({ row }) => row.mail === 'at-once')
  await enqueueQuietly(
    { tx, studioId },
    MAILING,
    atOnce.map(({ row: { id, person_id } }) => ({
      personId: person_id,
      from: id,
      upTo: id,
      isDigest: false,
    })),
  )
  const endpoints = await findOpenEndpoints(tx, [...new Set(made.map(({ row }) => row.person_id))])
  const messages = made.flatMap(({ row, isSent }) => {
    const endpointId = endpoints.get(row.person_id)
    return isSent && endpointId
      ? [
          {
            endpointId,
            type: `notifications.${row.kind.replace('.', '-')}`,
            messageId: row.id,
            body: bodyOf(row, studioId),
          },
        ]
      : []
  })
  await deliverTo({ tx, studioId }, messages)
}

/** Ids and facts, and no title: what it is about is read with the rights of whoever reads it. */
function bodyOf(row: NewNotification, studioId: Id<'studio'>): string {
  const { id, kind, subject_id: subjectId, facts, happened_at: at } = row
  const actor = { kind: row.actor_kind, id: row.actor_id }
  return messageBody({
    type: `notifications.${kind.replace('.', '-')}`,
    at,
    data: { notificationId: id, studioId, kind, subjectId, actor, facts },
  })
}
