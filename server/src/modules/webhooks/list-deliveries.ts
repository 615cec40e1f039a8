import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countDeliveries, pageOfDeliveries } from './delivery-log-queries.ts'
import { exampleDelivery, type ExampleMeans } from './example-delivery.ts'
import { Delivery, DeliveryStatus } from './schema.ts'

const ORDER = ['newest']

export function listDeliveries(examples: ExampleMeans) {
  return operation({
    name: 'webhooks.list-deliveries',
    summary: 'Pages through what was delivered, waits or failed, newest first; the log holds thirty days.',
    effect: 'read',
    scope: { of: 'studio' },
    permission: 'webhooks.manage',
    risk: 'none',
    input: z.strictObject({
      endpointId: id('webhook_endpoint').optional(),
      status: DeliveryStatus.optional(),
      type: z.string().max(120).optional().describe('Only events of this type.'),
      ...PageFields,
    }),
    output: pageOf(Delivery),
    examples: async (factory) => {
      const { endpointId } = await exampleDelivery(factory, examples)
      return [{}, { endpointId, status: 'waiting' as const, limit: 1 }]
    },
    async handle({ cursor, limit, ...filter }, { tx }) {
      const after = readCursor(cursor, ORDER)
      const [rows, total] = await Promise.all([
        pageOfDeliveries(tx, filter, { after, limit: limit + 1 }),
        countDeliveries(tx, filter),
      ])
      return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ id: last }) => [last] })
    },
  })
}
