import { problem } from '#kernel/problem.ts'

export const whichOnes = problem('invalid', 'notifications.which-ones', () => ({
  en: 'Name the notifications by ids, or all up to one by upTo: one of the two, and not both.',
  de: 'Nennen Sie die Mitteilungen mit ids, oder alle bis zu einer mit upTo: eines von beiden, und nicht beides.',
}))

export const unknownKind = problem('invalid', 'notifications.unknown-kind', (kind: string) => ({
  en: `There is no kind "${kind}". notifications.get-choices names those that there are.`,
  de: `Es gibt keine Art „${kind}“. notifications.get-choices nennt die vorhandenen.`,
}))

export const noOwnWebhook = problem('conflict', 'notifications.no-own-webhook', () => ({
  en: 'You have no webhook of your own. Set one with notifications.set-own-webhook first.',
  de: 'Sie haben keinen eigenen Webhook. Setzen Sie zuerst einen mit notifications.set-own-webhook.',
}))
