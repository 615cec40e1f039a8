import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { enqueueQuietly } from '#server/runs/enqueue-quietly.ts'
import { DELIVERING } from './delivering.ts'
import { beginRound, findRoundForChange } from './deliveries-queries.ts'

/** A new round of tries with the same webhook-id and the same body. False where there is no such delivery. */
export async function beginAgain(
  context: { tx: Transaction; studioId: Id<'studio'> },
  deliveryId: Id<'webhook_delivery'>,
): Promise<boolean> {
  const found = await findRoundForChange(context.tx, deliveryId)
  if (!found) return false
  const input = { deliveryId, round: found.round + 1, type: found.type }
  for (const runId of await enqueueQuietly(context, DELIVERING, [input]))
    await beginRound(context.tx, deliveryId, runId)
  return true
}
