import { operation } from '#server/catalogue/operation.ts'
import type { createEndpoint } from './create-endpoint.ts'
import { exampleEndpoint } from './example-endpoint.ts'
import { Endpoint, endpointId as EndpointId } from './schema.ts'
import { setArchived } from './set-archived.ts'
import type { WebhooksMeans } from './webhooks-means.ts'

export function archiveEndpoint(means: WebhooksMeans, create: ReturnType<typeof createEndpoint>) {
  return operation({
    name: 'webhooks.archive-endpoint',
    summary:
      'Takes an endpoint out of the list: it is told nothing more, and its log stays for thirty days. restore-endpoint brings it back.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'webhooks.manage',
    risk: 'none',
    input: EndpointId(),
    output: Endpoint,
    examples: async (factory) => [{ endpointId: (await exampleEndpoint(factory, create)).id }],
    undo: ({ endpointId }) => ({ operation: 'webhooks.restore-endpoint', input: { endpointId } }),
    handle: ({ endpointId }, context) => setArchived(context, means, { endpointId, isArchived: true }),
  })
}
