import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import { shownOnce } from '#server/catalogue/secret-fields.ts'
import {
  checkUrl,
  EXAMPLE_URL,
  findOwnEndpoint,
  newEndpoint,
  setOwnEndpointArchived,
} from '#server/modules/webhooks/index.ts'
import { findInbox, setInbox } from './inbox-queries.ts'
import type { NotificationsMeans } from './notifications-means.ts'
import { ownWebhookPerson } from './own-webhook.ts'
import { OwnWebhook } from './schema.ts'

const NAME = 'notifications.set-own-webhook'

export function setOwnWebhook({ egress, vault }: NotificationsMeans) {
  return operation({
    name: NAME,
    summary:
      'Names an address of your own that your notifications are sent to from now on, signed by the Standard Webhooks specification. One that you had before is told nothing more. The secret is told once.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'external',
    isForPeople: true,
    input: z.strictObject({
      url: z
        .string()
        .trim()
        .min(1)
        .max(2000)
        .describe('Where to: https, and a host that the internet reaches. Put no secret into it.'),
    }),
    output: z.strictObject({
      webhook: OwnWebhook,
      secret: shownOnce(z.string().max(100)).describe('What the receiver verifies signatures with.'),
    }),
    examples: async () => [{ url: EXAMPLE_URL }],
    async handle({ url }, { tx, access }) {
      const { personId, studioId } = ownWebhookPerson({ access }, NAME)
      await checkUrl(egress, url)
      const inbox = await findInbox(tx, personId)
      if (inbox.endpoint_id !== null) await setOwnEndpointArchived(tx, inbox.endpoint_id)
      const given = { studioId, personId, url, description: '', eventTypes: [], createdBy: personId }
      const { endpointId, secret } = await newEndpoint(tx, vault, given)
      await setInbox(tx, { studioId, personId }, { ...inbox, endpoint_id: endpointId })
      return { webhook: present(await findOwnEndpoint(tx, endpointId), 'the endpoint that was made'), secret }
    },
  })
}
