import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { setOwnEndpointArchived } from '#server/modules/webhooks/index.ts'
import { findInbox, setInbox } from './inbox-queries.ts'
import { ownWebhookPerson } from './own-webhook.ts'

const NAME = 'notifications.remove-own-webhook'

export const removeOwnWebhook = operation({
  name: NAME,
  summary: 'Takes your own webhook away: nothing is sent there any more.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'identity.use-own',
  risk: 'none',
  isForPeople: true,
  input: z.strictObject({}),
  output: z.strictObject({ isRemoved: z.boolean().describe('False where there was none.') }),
  examples: async () => [{}],
  async handle(_input, { tx, access }) {
    const own = ownWebhookPerson({ access }, NAME)
    const inbox = await findInbox(tx, own.personId)
    if (inbox.endpoint_id === null) return { isRemoved: false }
    await setOwnEndpointArchived(tx, inbox.endpoint_id)
    await setInbox(tx, own, { ...inbox, endpoint_id: null })
    return { isRemoved: true }
  },
})
