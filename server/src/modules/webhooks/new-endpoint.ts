import { newId, type Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Vault } from '#server/secrets/vault.ts'
import { insertEndpoint, insertSecret } from './endpoints-queries.ts'
import { placeOfSecret } from './secret-place.ts'
import { newSecret } from './sign.ts'

/**
 * Writes an endpoint with its first secret, which is answered once and kept sealed. With a `personId` it is that person's
 * own: no list of the studio shows it, no event of the outbox goes there, and `deliverTo` is what sends to it. Whoever calls
 * has checked the address with the egress.
 */
export async function newEndpoint(
  tx: Transaction,
  vault: Vault,
  given: {
    studioId: Id<'studio'>
    personId?: Id<'person'>
    url: string
    description: string
    eventTypes: string[]
    createdBy: string
  },
): Promise<{ endpointId: Id<'webhook_endpoint'>; secret: string }> {
  const endpointId = newId('webhook_endpoint')
  const secret = newSecret()
  const sealed = await vault.seal(secret, placeOfSecret(endpointId))
  await insertEndpoint(tx, {
    id: endpointId,
    studio_id: given.studioId,
    person_id: given.personId ?? null,
    url: given.url,
    description: given.description,
    event_types: given.eventTypes,
    created_by: given.createdBy,
  })
  await insertSecret(tx, { studioId: given.studioId, endpointId, sealed })
  return { endpointId, secret }
}
