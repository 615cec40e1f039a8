import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { ENDPOINTS } from '#server/database/signals.ts'
import {
  countEndpoints,
  findEndpoint,
  findEndpointForChange,
  setEndpointArchived,
} from './endpoints-queries.ts'
import { checkEventTypes } from './event-choice.ts'
import { endpointNotFound, tooManyEndpoints } from './problems.ts'
import { ENDPOINTS_MAX, type Endpoint } from './schema.ts'
import type { WebhooksMeans } from './webhooks-means.ts'

/** Doing it a second time changes nothing and leaves no event. */
export async function setArchived(
  { tx, access, record }: Pick<CallContext, 'tx' | 'access' | 'record'>,
  { operations }: Pick<WebhooksMeans, 'operations'>,
  { endpointId, isArchived }: { endpointId: Id<'webhook_endpoint'>; isArchived: boolean },
): Promise<Endpoint> {
  const someone = present(access, 'somebody signed in')
  const before = await findEndpointForChange(tx, endpointId)
  if (!before) throw endpointNotFound(endpointId)
  if ((before.archivedAt !== null) === isArchived) return before
  if (!isArchived) {
    checkEventTypes(before.eventTypes, someone, operations)
    if ((await countEndpoints(tx, { isArchived: false })) >= ENDPOINTS_MAX)
      throw tooManyEndpoints(ENDPOINTS_MAX)
  }
  await setEndpointArchived(tx, endpointId, isArchived)
  const type = isArchived ? 'webhooks.endpoint-archived' : 'webhooks.endpoint-restored'
  record({ type, subjectId: endpointId, before: { url: before.url } })
  tx.announce(ENDPOINTS, someone.studioId)
  return present(await findEndpoint(tx, endpointId), 'the endpoint that was changed')
}
