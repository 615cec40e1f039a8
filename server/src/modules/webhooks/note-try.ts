import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Work } from '#server/runs/program.ts'
import { tellFromRun } from '#server/runs/tell-from-run.ts'
import { disableEndpoint, isEndpointOpen, setFailing, setSucceeded, settleTry } from './deliveries-queries.ts'
import { nextAfter, type Next } from './schedule.ts'
import type { Sent } from './send-signed.ts'

/**
 * Writes down what came of a try, and what follows from it for the delivery and for its endpoint. An endpoint is disabled
 * when a delivery has used up its tries and nothing at all succeeded since that delivery began: by the schedule it has
 * then failed for three days.
 */
export async function noteTry(
  tx: Transaction,
  given: {
    work: Pick<Work, 'runId' | 'studioId'>
    deliveryId: Id<'webhook_delivery'>
    round: number
    number: number
    sent: Sent
    pausesMs: readonly number[]
  },
): Promise<null> {
  const { work, deliveryId, round, number, sent, pausesMs } = given
  const isOpen = await isEndpointOpen(tx, deliveryId)
  const next: Next = isOpen
    ? nextAfter(sent, { number, pausesMs, random: Math.random() })
    : sent.reason === null
      ? { status: 'delivered' }
      : { status: 'failed', isGone: false }
  const settled = await settleTry(tx, {
    studioId: work.studioId,
    id: deliveryId,
    round,
    number,
    sent,
    status: next.status,
    inMs: next.status === 'waiting' ? next.inMs : null,
  })
  // Sent again by hand meanwhile, so another run has it; or nobody was asked, so nothing is known of the endpoint.
  if (!settled || !isOpen) return null
  const { endpointId, roundBeganAt } = settled
  if (next.status === 'delivered') await setSucceeded(tx, endpointId)
  else await setFailing(tx, endpointId)
  if (next.status === 'failed') await disable(tx, { work, endpointId, isGone: next.isGone, roundBeganAt })
  return null
}

async function disable(
  tx: Transaction,
  given: {
    work: Pick<Work, 'runId' | 'studioId'>
    endpointId: Id<'webhook_endpoint'>
    isGone: boolean
    roundBeganAt: string
  },
): Promise<void> {
  const { work, endpointId, isGone, roundBeganAt } = given
  const why = isGone ? 'gone' : 'failing'
  const url = await disableEndpoint(tx, endpointId, { why, unlessSince: isGone ? null : roundBeganAt })
  if (url === undefined) return
  await tellFromRun(tx, {
    ...work,
    type: 'webhooks.endpoint-disabled',
    subjectId: endpointId,
    permission: 'webhooks.manage',
    after: { ...(url !== null && { url }), why },
  })
}
