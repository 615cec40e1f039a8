import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { checkUrl } from './check-url.ts'
import { ENDPOINTS } from '#server/database/signals.ts'
import type { createEndpoint } from './create-endpoint.ts'
import { findEndpoint, findEndpointForChange, updateEndpoint as updateRow } from './endpoints-queries.ts'
import { checkEventTypes } from './event-choice.ts'
import { exampleEndpoint } from './example-endpoint.ts'
import { changedMeanwhile, endpointArchived, endpointNotFound } from './problems.ts'
import { Endpoint, EndpointFields } from './schema.ts'
import type { WebhooksMeans } from './webhooks-means.ts'

const Changes = z
  .strictObject({
    ...EndpointFields,
    isEnabled: z
      .boolean()
      .describe('False: it is told nothing. True again: it is told what happens from then on.'),
  })
  .partial()
type Changes = z.output<typeof Changes>

export function updateEndpoint(
  { egress, operations }: WebhooksMeans,
  create: ReturnType<typeof createEndpoint>,
) {
  return operation({
    name: 'webhooks.update-endpoint',
    summary:
      'Changes where an endpoint is, what it is told, or whether it is told anything; what is not named stays.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'webhooks.manage',
    risk: 'external',
    input: Changes.extend({
      endpointId: id('webhook_endpoint'),
      revision: z.int().optional().describe('Refused when the endpoint is at another one by now.'),
    }),
    output: z.strictObject({
      endpoint: Endpoint,
      previous: Changes.describe('What the changed fields were before.'),
    }),
    examples: async (factory) => {
      const { id: endpointId } = await exampleEndpoint(factory, create)
      return [{ endpointId, description: 'Moved', eventTypes: ['kpis.*'], isEnabled: false }]
    },
    undo: (_input, { endpoint, previous }) => ({
      operation: 'webhooks.update-endpoint',
      input: { endpointId: endpoint.id, ...previous },
    }),
    async handle({ endpointId, revision, ...given }, { tx, access, record }) {
      const someone = present(access, 'somebody signed in')
      const before = await findEndpointForChange(tx, endpointId)
      if (!before) throw endpointNotFound(endpointId)
      if (before.archivedAt !== null) throw endpointArchived(before.url)
      if (revision !== undefined && revision !== before.revision)
        throw changedMeanwhile(revision, before.revision)
      if (given.eventTypes) given.eventTypes = checkEventTypes(given.eventTypes, someone, operations)
      const { changes, previous } = differenceOf(before, given)
      if (Object.keys(changes).length === 0) return { endpoint: before, previous }
      // Whoever turns it on or moves it answers for what it is told from then on, also where somebody else chose it.
      if (changes.url !== undefined || changes.isEnabled === true)
        checkEventTypes(before.eventTypes, someone, operations)
      if (changes.url !== undefined) await checkUrl(egress, changes.url)
      await updateRow(tx, { ...before, ...changes })
      record({ type: 'webhooks.endpoint-updated', subjectId: endpointId, before: previous, after: changes })
      tx.announce(ENDPOINTS, someone.studioId)
      return {
        endpoint: present(await findEndpoint(tx, endpointId), 'the endpoint that was changed'),
        previous,
      }
    },
  })
}

function differenceOf(before: Endpoint, given: Changes): { changes: Changes; previous: Changes } {
  const changed = Changes.keyof().options.filter(
    (field) => given[field] !== undefined && JSON.stringify(given[field]) !== JSON.stringify(before[field]),
  )
  const only = (from: Changes) =>
    Changes.parse(Object.fromEntries(changed.map((field) => [field, from[field]])))
  const { url, description, eventTypes, isEnabled } = before
  return { changes: only(given), previous: only({ url, description, eventTypes, isEnabled }) }
}
