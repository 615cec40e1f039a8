import { findMakers } from '#server/modules/webhooks/index.ts'
import type { NotificationKind } from './notification-kind.ts'

/** A webhook that somebody set up, for the studio or for themselves, is told nothing any more. Stated here, for notifications stand on webhooks. */
export const endpointDisabled: NotificationKind = {
  name: 'webhooks.disabled',
  events: ['webhooks.endpoint-disabled'],
  needs: [],
  settledBy: ['webhooks.endpoint-updated', 'webhooks.endpoint-archived'],
  mail: 'at-once',
  says: ({ title }) => ({
    en: `${title === '' ? 'Your own webhook' : `The webhook ${title}`} was disabled: its receiver failed for three days, or wants nothing more.`,
    de: `${title === '' ? 'Ihr eigener Webhook' : `Der Webhook ${title}`} wurde abgeschaltet: Der Empfänger hat drei Tage lang versagt oder will nichts mehr.`,
  }),
  async tell(tx, events) {
    const makers = await findMakers(
      tx,
      events.map(({ subject_id: id }) => id),
    )
    return events.flatMap((event) => {
      const found = makers.find(({ id }) => id === event.subject_id)
      if (!found?.maker_id) return []
      const subjectId = found.is_own ? null : event.subject_id
      return [{ event, personId: found.maker_id, subjectId, facts: {} }]
    })
  },
}
