import { operation } from '#server/catalogue/operation.ts'
import type { createEndpoint } from './create-endpoint.ts'
import { findEndpoint } from './endpoints-queries.ts'
import { exampleEndpoint } from './example-endpoint.ts'
import { endpointNotFound } from './problems.ts'
import { Endpoint, endpointId as EndpointId } from './schema.ts'

export function getEndpoint(create: ReturnType<typeof createEndpoint>) {
  return operation({
    name: 'webhooks.get-endpoint',
    summary:
      'One endpoint: what it is told, whether it is enabled, when it last succeeded and since when it fails.',
    effect: 'read',
    scope: { of: 'studio' },
    permission: 'webhooks.manage',
    risk: 'none',
    input: EndpointId(),
    output: Endpoint,
    examples: async (factory) => [{ endpointId: (await exampleEndpoint(factory, create)).id }],
    async handle({ endpointId }, { tx }) {
      const endpoint = await findEndpoint(tx, endpointId)
      if (!endpoint) throw endpointNotFound(endpointId)
      return endpoint
    },
  })
}
