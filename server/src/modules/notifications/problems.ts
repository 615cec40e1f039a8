import { problem } from '#kernel/problem.ts'

export const whichOnes = problem(
  'invalid',
  'notifications.which-ones',
  () => 'Name the notifications by ids, or all up to one by upTo: one of the two, and not both.',
)

export const unknownKind = problem(
  'invalid',
  'notifications.unknown-kind',
  (kind: string) => `There is no kind "${kind}". notifications.get-choices names those that there are.`,
)

export const noOwnWebhook = problem(
  'conflict',
  'notifications.no-own-webhook',
  () => 'You have no webhook of your own. Set one with notifications.set-own-webhook first.',
)
