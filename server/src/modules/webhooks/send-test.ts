import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { createEndpoint } from './create-endpoint.ts'
import { deliverTo } from './deliver-to.ts'
import { findDelivery } from './delivery-log-queries.ts'
import { exampleEndpoint } from './example-endpoint.ts'
import { openEndpoint } from './open-endpoint.ts'
import { messageBody } from './payload.ts'
import { Delivery, endpointId as EndpointId } from './schema.ts'

export const TEST_TYPE = 'webhooks.test'

export function sendTest(create: ReturnType<typeof createEndpoint>) {
  return operation({
    name: 'webhooks.send-test',
    summary:
      'Sends an endpoint a message of the type "webhooks.test", signed and tried again as every other.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'webhooks.manage',
    risk: 'external',
    input: EndpointId(),
    output: Delivery,
    examples: async (factory) => [{ endpointId: (await exampleEndpoint(factory, create)).id }],
    async handle({ endpointId }, { tx, access, record }) {
      const { studioId } = present(access, 'somebody signed in')
      await openEndpoint(tx, endpointId)
      const body = messageBody({
        type: TEST_TYPE,
        at: new Date().toISOString(),
        data: { studioId, endpointId },
      })
      const [deliveryId] = await deliverTo({ tx, studioId }, [{ endpointId, type: TEST_TYPE, body }])
      const id = z.string().brand<'webhook_delivery'>().parse(deliveryId)
      record({ type: 'webhooks.delivery-sent', subjectId: id, after: { endpointId, type: TEST_TYPE } })
      return present(await findDelivery(tx, id), 'the delivery that was made').delivery
    },
  })
}
