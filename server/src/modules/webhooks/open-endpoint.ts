import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { findEndpointForChange } from './endpoints-queries.ts'
import { endpointArchived, endpointDisabled, endpointNotFound } from './problems.ts'
import type { Endpoint } from './schema.ts'

/** The endpoint, where something can be sent to it; throws why not. */
export async function openEndpoint(tx: Transaction, id: Id<'webhook_endpoint'>): Promise<Endpoint> {
  const endpoint = await findEndpointForChange(tx, id)
  if (!endpoint) throw endpointNotFound(id)
  if (endpoint.archivedAt !== null) throw endpointArchived(endpoint.url)
  if (!endpoint.isEnabled) throw endpointDisabled(endpoint.url)
  return endpoint
}
