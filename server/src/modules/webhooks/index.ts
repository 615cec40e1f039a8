import { seenWith, type Operation } from '#server/catalogue/operation.ts'
import type { Program } from '#server/runs/program.ts'
import { archiveEndpoint } from './archive-endpoint.ts'
import { createEndpoint } from './create-endpoint.ts'
import { deliver } from './deliver.ts'
import { failingRule } from './failing-rule.ts'
import { forgetDeliveries } from './forget-deliveries.ts'
import { getDelivery } from './get-delivery.ts'
import { getEndpoint } from './get-endpoint.ts'
import { listDeliveries } from './list-deliveries.ts'
import { listEndpoints } from './list-endpoints.ts'
import { listEventNames } from './list-event-names.ts'
import { redeliverOne } from './redeliver-one.ts'
import { redeliverFailed } from './redeliver-failed.ts'
import { resendFailed } from './resend-failed.ts'
import { restoreEndpoint } from './restore-endpoint.ts'
import { rotateSecret } from './rotate-secret.ts'
import { sendTest } from './send-test.ts'
import { updateEndpoint } from './update-endpoint.ts'
import type { DeliveryMeans, WebhooksMeans } from './webhooks-means.ts'

export { checkUrl } from './check-url.ts'
export { deliver } from './deliver.ts'
export { deliverTo, type Message } from './deliver-to.ts'
export { EXAMPLE_URL } from './example-url.ts'
export { followEvents } from './follow-events.ts'
export { newEndpoint } from './new-endpoint.ts'
export { findMakers } from './makers-queries.ts'
export { findOwnEndpoint, setOwnEndpointArchived } from './own-endpoint-queries.ts'
export { messageBody } from './payload.ts'
export { sendSigned, type Sent } from './send-signed.ts'
export { endpointSubject } from './subject-queries.ts'
export type { WebhooksMeans } from './webhooks-means.ts'

export const webhooksRules = [failingRule]

/** The addresses stand in the events, so they are seen by whoever may manage endpoints. */
export function webhooksOperations(means: WebhooksMeans): Operation[] {
  const create = createEndpoint(means)
  const test = sendTest(create)
  const archive = archiveEndpoint(means, create)
  const examples = { create, test }
  return seenWith('webhooks.manage', [
    archive,
    create,
    getDelivery(examples),
    getEndpoint(create),
    listDeliveries(examples),
    listEndpoints,
    listEventNames(means),
    redeliverOne(examples),
    redeliverFailed(create),
    restoreEndpoint(means, { create, archive }),
    rotateSecret(means, create),
    test,
    updateEndpoint(means, create),
  ])
}

export function webhooksPrograms(means: DeliveryMeans): Program[] {
  return [deliver(means), resendFailed, forgetDeliveries]
}
