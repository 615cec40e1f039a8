import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import { shownOnce } from '#server/catalogue/secret-fields.ts'
import { checkUrl } from './check-url.ts'
import { ENDPOINTS } from '#server/database/signals.ts'
import { countEndpoints, findEndpoint } from './endpoints-queries.ts'
import { checkEventTypes } from './event-choice.ts'
import { EXAMPLE_URL } from './example-url.ts'
import { newEndpoint } from './new-endpoint.ts'
import { tooManyEndpoints } from './problems.ts'
import { Endpoint, ENDPOINTS_MAX, EndpointFields } from './schema.ts'
import type { WebhooksMeans } from './webhooks-means.ts'

export function createEndpoint({ egress, vault, operations }: WebhooksMeans) {
  return operation({
    name: 'webhooks.create-endpoint',
    summary:
      'Names an address that is told of events from now on, signed by the Standard Webhooks specification. The secret is told once.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'webhooks.manage',
    risk: 'external',
    input: z.strictObject({ ...EndpointFields, description: EndpointFields.description.default('') }),
    output: z.strictObject({
      endpoint: Endpoint,
      secret: shownOnce(z.string().max(100)).describe('What the receiver verifies signatures with.'),
    }),
    examples: async () => [
      {
        url: EXAMPLE_URL,
        description: 'Data warehouse',
        eventTypes: ['businesses.*', 'kpis.value-recorded'],
      },
    ],
    undo: (_input, { endpoint }) => ({
      operation: 'webhooks.archive-endpoint',
      input: { endpointId: endpoint.id },
    }),
    async handle({ url, description, eventTypes: given }, { tx, access, actor, record }) {
      const someone = present(access, 'somebody signed in')
      const eventTypes = checkEventTypes(given, someone, operations)
      await checkUrl(egress, url)
      if ((await countEndpoints(tx, { isArchived: false })) >= ENDPOINTS_MAX)
        throw tooManyEndpoints(ENDPOINTS_MAX)
      const { studioId, onBehalfOf } = someone
      const createdBy = (onBehalfOf ?? actor).id
      const made = await newEndpoint(tx, vault, { studioId, url, description, eventTypes, createdBy })
      const { endpointId, secret } = made
      record({
        type: 'webhooks.endpoint-created',
        subjectId: endpointId,
        after: { url, description, eventTypes },
      })
      tx.announce(ENDPOINTS, studioId)
      return { endpoint: present(await findEndpoint(tx, endpointId), 'the endpoint that was made'), secret }
    },
  })
}
