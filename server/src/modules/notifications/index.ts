import type { Operation } from '#server/catalogue/operation.ts'
import type { Program } from '#server/runs/program.ts'
import { countUnread } from './count-unread.ts'
import { forgetNotifications } from './forget-notifications.ts'
import { getChoices } from './get-choices.ts'
import { listNotifications } from './list-notifications.ts'
import { mail } from './mail.ts'
import { markRead } from './mark-read.ts'
import { markUnread } from './mark-unread.ts'
import type { NotificationsMeans } from './notifications-means.ts'
import { removeOwnWebhook } from './remove-own-webhook.ts'
import { sendDigests } from './send-digests.ts'
import { setChoices } from './set-choices.ts'
import { setOwnWebhook } from './set-own-webhook.ts'
import { tryOwnWebhook } from './try-own-webhook.ts'

export { endpointDisabled } from './endpoint-disabled.ts'
export { followNotifications } from './follow-notifications.ts'
export type { NotificationKind, Told } from './notification-kind.ts'
export type { NotificationsMeans } from './notifications-means.ts'
export { readInboxes } from './read-inboxes.ts'

export function notificationsOperations(means: NotificationsMeans): Operation[] {
  return [
    countUnread(means),
    getChoices(means),
    listNotifications(means),
    markRead,
    markUnread,
    removeOwnWebhook,
    setChoices(means),
    setOwnWebhook(means),
    tryOwnWebhook(means),
  ]
}

export function notificationsPrograms(means: NotificationsMeans): Program[] {
  return [mail(means), sendDigests(), forgetNotifications]
}
