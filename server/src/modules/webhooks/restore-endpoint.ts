import { operation } from '#server/catalogue/operation.ts'
import type { archiveEndpoint } from './archive-endpoint.ts'
import type { createEndpoint } from './create-endpoint.ts'
import { exampleEndpoint } from './example-endpoint.ts'
import { Endpoint, endpointId as EndpointId } from './schema.ts'
import { setArchived } from './set-archived.ts'
import type { WebhooksMeans } from './webhooks-means.ts'

export function restoreEndpoint(
  means: WebhooksMeans,
  {
    create,
    archive,
  }: { create: ReturnType<typeof createEndpoint>; archive: ReturnType<typeof archiveEndpoint> },
) {
  return operation({
    name: 'webhooks.restore-endpoint',
    summary: 'Brings an archived endpoint back, with its secret; it is told what happens from now on.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'webhooks.manage',
    risk: 'external',
    input: EndpointId(),
    output: Endpoint,
    examples: async (factory) => {
      const { id: endpointId } = await exampleEndpoint(factory, create)
      await factory.invoke(archive, { endpointId })
      return [{ endpointId }]
    },
    undo: ({ endpointId }) => ({ operation: 'webhooks.archive-endpoint', input: { endpointId } }),
    handle: ({ endpointId }, context) => setArchived(context, means, { endpointId, isArchived: false }),
  })
}
