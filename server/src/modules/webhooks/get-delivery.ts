import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { findDelivery, latestTries } from './delivery-log-queries.ts'
import { exampleDelivery, type ExampleMeans } from './example-delivery.ts'
import { deliveryNotFound } from './problems.ts'
import { Delivery, Try, URL_LENGTH_MAX } from './schema.ts'
import { FIXED_HEADERS } from './send-signed.ts'

const TRIES_MAX = 50

export function getDelivery(examples: ExampleMeans) {
  return operation({
    name: 'webhooks.get-delivery',
    summary: 'One delivery: what is sent, to where, and what came of each try, the last one first.',
    effect: 'read',
    scope: { of: 'studio' },
    permission: 'webhooks.manage',
    risk: 'none',
    input: z.strictObject({ deliveryId: id('webhook_delivery') }),
    output: z.strictObject({
      delivery: Delivery,
      url: z.string().max(URL_LENGTH_MAX).describe('Where the endpoint is now.'),
      headers: z
        .array(z.strictObject({ name: z.string().max(60), value: z.string().max(200) }))
        .max(10)
        .describe('Signatures are made for each try and not kept.'),
      body: z.string().max(200_000),
      tries: z.array(Try).max(TRIES_MAX),
    }),
    examples: async (factory) => [{ deliveryId: (await exampleDelivery(factory, examples)).id }],
    async handle({ deliveryId }, { tx }) {
      const [found, tries] = await Promise.all([
        findDelivery(tx, deliveryId),
        latestTries(tx, deliveryId, TRIES_MAX),
      ])
      if (!found) throw deliveryNotFound(deliveryId)
      const { delivery, url, body } = found
      const [last] = tries
      const timestamp = last ? String(Math.floor(Date.parse(last.sentAt) / 1000)) : undefined
      const headers = Object.entries({
        ...FIXED_HEADERS,
        'webhook-id': delivery.messageId,
        ...(timestamp !== undefined && { 'webhook-timestamp': timestamp }),
      }).map(([name, value]) => ({ name, value }))
      return { delivery, url, headers, body, tries }
    },
  })
}
