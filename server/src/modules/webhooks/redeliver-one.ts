import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { beginAgain } from './begin-again.ts'
import { findDelivery } from './delivery-log-queries.ts'
import { exampleDelivery, type ExampleMeans } from './example-delivery.ts'
import { openEndpoint } from './open-endpoint.ts'
import { deliveryNotFound } from './problems.ts'
import { Delivery } from './schema.ts'

export function redeliverOne(examples: ExampleMeans) {
  return operation({
    name: 'webhooks.redeliver-one',
    summary: 'Sends one delivery again at once, with new tries, the same webhook-id and the same body.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'webhooks.manage',
    risk: 'external',
    input: z.strictObject({ deliveryId: id('webhook_delivery') }),
    output: Delivery,
    examples: async (factory) => [{ deliveryId: (await exampleDelivery(factory, examples)).id }],
    async handle({ deliveryId }, { tx, access, record }) {
      const { studioId } = present(access, 'somebody signed in')
      const found = await findDelivery(tx, deliveryId)
      if (!found) throw deliveryNotFound(deliveryId)
      const { endpointId, status, type } = found.delivery
      await openEndpoint(tx, endpointId)
      await beginAgain({ tx, studioId }, deliveryId)
      record({
        type: 'webhooks.delivery-sent',
        subjectId: deliveryId,
        before: { status },
        after: { endpointId, type },
      })
      return present(await findDelivery(tx, deliveryId), 'the delivery that is sent again').delivery
    },
  })
}
