import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { deliverTo, messageBody } from '#server/modules/webhooks/index.ts'
import { findInbox } from './inbox-queries.ts'
import type { NotificationsMeans } from './notifications-means.ts'
import { ownWebhookPerson } from './own-webhook.ts'
import { noOwnWebhook } from './problems.ts'
import { setOwnWebhook } from './set-own-webhook.ts'

const NAME = 'notifications.try-own-webhook'
const TEST_TYPE = 'notifications.test'

export function tryOwnWebhook(means: NotificationsMeans) {
  return operation({
    name: NAME,
    summary: 'Sends your own webhook a message of the type "notifications.test", signed as every other.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'external',
    isForPeople: true,
    input: z.strictObject({}),
    output: z.strictObject({ isSent: z.boolean().describe('True: it is on its way.') }),
    examples: async (factory) => {
      const set = setOwnWebhook(means)
      const [example] = await set.examples(factory)
      await factory.invoke(set, set.types.input.parse(example))
      return [{}]
    },
    async handle(_input, { tx, access }) {
      const { personId, studioId } = ownWebhookPerson({ access }, NAME)
      const { endpoint_id: endpointId } = await findInbox(tx, personId)
      if (endpointId === null) throw noOwnWebhook()
      const body = messageBody({ type: TEST_TYPE, at: new Date().toISOString(), data: { studioId } })
      await deliverTo({ tx, studioId }, [{ endpointId, type: TEST_TYPE, body }])
      return { isSent: true }
    },
  })
}
