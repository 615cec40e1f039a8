import { newId, type Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { enqueueQuietly } from '#server/runs/enqueue-quietly.ts'
import { DELIVERING } from './delivering.ts'
import { insertDeliveries } from './deliveries-queries.ts'

export interface Message {
  endpointId: Id<'webhook_endpoint'>
  type: string
  /** The webhook-id; its delivery's own where nothing else tells it from others. One endpoint takes each once. */
  messageId?: string
  /** As `messageBody` writes it. */
  body: string
}

/**
 * Puts deliveries into the caller's transaction, each with the run that signs, sends, tries again and keeps the log. Also
 * for endpoints of people: other modules tell them what they have to tell.
 */
export async function deliverTo(
  { tx, studioId }: { tx: Transaction; studioId: Id<'studio'> },
  messages: readonly Message[],
): Promise<Id<'webhook_delivery'>[]> {
  const ids = messages.map(() => newId('webhook_delivery'))
  const runIds = await enqueueQuietly(
    { tx, studioId },
    DELIVERING,
    messages.map(({ type }, at) => ({ deliveryId: ids[at] ?? '', round: 1, type })),
  )
  const rows = messages.flatMap(({ endpointId, type, messageId, body }, at) => {
    const [id, runId] = [ids[at], runIds[at]]
    if (id === undefined || runId === undefined) return []
    return [{ id, endpoint_id: endpointId, message_id: messageId ?? id, type, body, run_id: runId }]
  })
  if (rows.length > 0) await insertDeliveries(tx, studioId, rows)
  return ids
}
