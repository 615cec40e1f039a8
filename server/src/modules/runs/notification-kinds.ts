import type { NotificationKind } from '#server/modules/notifications/index.ts'
import { findRequesters } from './requesters-queries.ts'

const OUTCOMES: Record<string, string> = { 'runs.run-failed': 'failed', 'runs.run-stopped': 'waits' }

/** A run that somebody started failed, or waits until a person says whether its last step happened. */
const failed: NotificationKind = {
  name: 'runs.failed',
  events: Object.keys(OUTCOMES),
  needs: [],
  settledBy: ['runs.run-settled', 'runs.run-retried', 'runs.run-cancelled'],
  mail: 'daily',
  says: ({ title, facts: { outcome } }) =>
    outcome === 'waits'
      ? {
          en: `"${title}", which you started, waits for you to say whether its last step happened.`,
          de: `„${title}“, von Ihnen gestartet, wartet darauf, dass Sie sagen, ob der letzte Schritt geschehen ist.`,
        }
      : {
          en: `"${title}", which you started, failed.`,
          de: `„${title}“, von Ihnen gestartet, ist fehlgeschlagen.`,
        },
  async tell(tx, events) {
    const requesters = await findRequesters(
      tx,
      events.map(({ subject_id: id }) => id),
    )
    return events.flatMap((event) => {
      const personId = requesters.get(event.subject_id)
      const outcome = OUTCOMES[event.type]
      return personId && outcome ? [{ event, personId, subjectId: event.subject_id, facts: { outcome } }] : []
    })
  },
}

export const runsKinds = [failed]
