import { z } from 'zod'
import type { Id } from '#kernel/ids.ts'
import { program, type Work } from '#server/runs/program.ts'
import { DELIVERING } from './delivering.ts'
import { findOpenDelivery, type OpenDelivery } from './deliveries-queries.ts'
import { findTarget } from './endpoints-queries.ts'
import { noteTry } from './note-try.ts'
import { createPlaces, pauseForPlaceMs } from './places.ts'
import { PAUSES_MS } from './schedule.ts'
import { placeOfSecret } from './secret-place.ts'
import { sendSigned } from './send-signed.ts'
import type { DeliveryMeans } from './webhooks-means.ts'

const SentTry = z.object({
  sentAt: z.string(),
  durationMs: z.int(),
  status: z.int().nullable(),
  reason: z.string().nullable(),
  answer: z.string(),
  retryAfterS: z.int().nullable(),
})

/**
 * Delivers one message to one endpoint: tries, pauses, tries again. What it has come to stands in the delivery itself, so
 * it begins each pass there; a crash within a try sends the same webhook-id again.
 */
export function deliver(means: DeliveryMeans, pausesMs: readonly number[] = PAUSES_MS) {
  const places = createPlaces()
  return program({
    ...DELIVERING,
    isOutgoing: true,
    async run({ deliveryId, round }, work) {
      for (;;) {
        const open = await work.look((tx) => findOpenDelivery(tx, deliveryId, round))
        if (!open) return {}
        const number = open.tries + 1
        if (open.next_try_at !== null)
          await work.sleep(`pause ${number}`, Math.max(0, Date.parse(open.next_try_at) - Date.now()))
        const giveBack = await takePlace(places, work, { endpointId: open.endpoint_id, number })
        try {
          const sent = await work.send(`try ${number}`, SentTry, () => tryOnce(means, work, open))
          await work.transact(`note ${number}`, z.null(), (tx) =>
            noteTry(tx, { work, deliveryId, round, number, sent, pausesMs }),
          )
        } finally {
          giveBack()
        }
      }
    },
  })
}

async function takePlace(
  places: ReturnType<typeof createPlaces>,
  work: Work,
  { endpointId, number }: { endpointId: Id<'webhook_endpoint'>; number: number },
): Promise<() => void> {
  for (let asked = 0; ; asked++) {
    const giveBack = places.take(endpointId)
    if (giveBack) return giveBack
    await work.sleep(`place ${number}.${asked}`, pauseForPlaceMs(asked))
  }
}

async function tryOnce(
  { egress, vault }: DeliveryMeans,
  work: Work,
  { endpoint_id: endpointId, message_id: messageId, body }: OpenDelivery,
) {
  const target = await work.look((tx) => findTarget(tx, endpointId))
  // Its receiver is told nothing, and the log says why: the try counts, so that the delivery comes to its end.
  if (!target?.isOpen) {
    const reason = 'The endpoint was disabled or archived before it was sent.'
    return {
      sentAt: new Date().toISOString(),
      durationMs: 0,
      status: null,
      reason,
      answer: '',
      retryAfterS: null,
    }
  }
  const place = placeOfSecret(endpointId)
  const secrets = await Promise.all(target.secrets.map((sealed) => vault.open(sealed, place)))
  return sendSigned(egress, { url: target.url, secrets, id: messageId, body, signal: work.signal })
}
