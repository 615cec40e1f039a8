import { problem } from '#kernel/problem.ts'

export const endpointNotFound = problem('not-found', 'webhooks.endpoint-not-found', (id: string) => ({
  en: `There is no endpoint ${id} in this studio. webhooks.list-endpoints names those that there are.`,
  de: `Es gibt keinen Endpunkt ${id} in diesem Studio. webhooks.list-endpoints nennt die vorhandenen.`,
}))

export const deliveryNotFound = problem('not-found', 'webhooks.delivery-not-found', (id: string) => ({
  en: `There is no delivery ${id} in this studio; the log holds the last 30 days.`,
  de: `Es gibt keine Zustellung ${id} in diesem Studio; das Protokoll hält die letzten 30 Tage.`,
}))

export const unknownEventType = problem('invalid', 'webhooks.unknown-event-type', (type: string) => ({
  en: `There is no event "${type}". Choose from webhooks.list-event-names, or a whole module such as "businesses.*".`,
  de: `Es gibt kein Ereignis „${type}“. Wählen Sie aus webhooks.list-event-names oder ein ganzes Modul wie „businesses.*“.`,
}))

export const eventsNotYours = problem(
  'forbidden',
  'webhooks.events-not-yours',
  (type: string, permission: string) => ({
    en: `An endpoint is told no more than whoever saves it may see: for "${type}" you need ${permission} on the whole studio.`,
    de: `Ein Endpunkt erfährt nicht mehr, als wer ihn speichert sehen darf: Für „${type}“ brauchen Sie ${permission} im ganzen Studio.`,
  }),
)

export const tooManyEndpoints = problem('conflict', 'webhooks.too-many-endpoints', (max: number) => ({
  en: `There are ${max} endpoints already, which is the most. Archive one that is not used.`,
  de: `Es gibt schon ${max} Endpunkte, und mehr dürfen es nicht sein. Archivieren Sie einen, der nicht gebraucht wird.`,
}))

export const changedMeanwhile = problem(
  'conflict',
  'webhooks.changed-meanwhile',
  (given: number, current: number) => ({
    en: `The endpoint is at revision ${current}, and you changed revision ${given}. Read it again, and send what is still to change.`,
    de: `Der Endpunkt steht bei Revision ${current}, und Sie haben Revision ${given} geändert. Lesen Sie ihn noch einmal, und senden Sie, was noch zu ändern ist.`,
  }),
)

export const endpointArchived = problem('conflict', 'webhooks.endpoint-archived', (url: string) => ({
  en: `The endpoint ${url} is archived and is told nothing. Restore it first.`,
  de: `Der Endpunkt ${url} ist archiviert und erfährt nichts. Stellen Sie ihn zuerst wieder her.`,
}))

export const endpointDisabled = problem('conflict', 'webhooks.endpoint-disabled', (url: string) => ({
  en: `The endpoint ${url} is disabled, so nothing would be sent. Enable it first.`,
  de: `Der Endpunkt ${url} ist abgeschaltet, es würde nichts gesendet. Schalten Sie ihn zuerst ein.`,
}))

export const tooManySecrets = problem('conflict', 'webhooks.too-many-secrets', (max: number) => ({
  en: `${max} secrets sign already, which is the most. Wait until an old one ends, or send oldSecretsEnd "at-once".`,
  de: `${max} Geheimnisse unterschreiben schon, und mehr dürfen es nicht sein. Warten Sie, bis ein altes endet, oder senden Sie oldSecretsEnd „at-once“.`,
}))
