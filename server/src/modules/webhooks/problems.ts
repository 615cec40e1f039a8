import { problem } from '#kernel/problem.ts'

export const endpointNotFound = problem(
  'not-found',
  'webhooks.endpoint-not-found',
  (id: string) =>
    `There is no endpoint ${id} in this studio. webhooks.list-endpoints names those that there are.`,
)

export const deliveryNotFound = problem(
  'not-found',
  'webhooks.delivery-not-found',
  (id: string) => `There is no delivery ${id} in this studio; the log holds the last 30 days.`,
)

export const unknownEventType = problem(
  'invalid',
  'webhooks.unknown-event-type',
  (type: string) =>
    `There is no event "${type}". Choose from webhooks.list-event-names, or a whole module such as "businesses.*".`,
)

export const eventsNotYours = problem(
  'forbidden',
  'webhooks.events-not-yours',
  (type: string, permission: string) =>
    `An endpoint is told no more than whoever saves it may see: for "${type}" you need ${permission} on the whole studio.`,
)

export const tooManyEndpoints = problem(
  'conflict',
  'webhooks.too-many-endpoints',
  (max: number) => `There are ${max} endpoints already, which is the most. Archive one that is not used.`,
)

export const changedMeanwhile = problem(
  'conflict',
  'webhooks.changed-meanwhile',
  (given: number, current: number) =>
    `The endpoint is at revision ${current}, and you changed revision ${given}. Read it again, and send what is still to change.`,
)

export const endpointArchived = problem(
  'conflict',
  'webhooks.endpoint-archived',
  (url: string) => `The endpoint ${url} is archived and is told nothing. Restore it first.`,
)

export const endpointDisabled = problem(
  'conflict',
  'webhooks.endpoint-disabled',
  (url: string) => `The endpoint ${url} is disabled, so nothing would be sent. Enable it first.`,
)

export const tooManySecrets = problem(
  'conflict',
  'webhooks.too-many-secrets',
  (max: number) =>
    `${max} secrets sign already, which is the most. Wait until an old one ends, or send oldSecretsEnd "at-once".`,
)
