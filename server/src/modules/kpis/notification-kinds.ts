import { z } from 'zod'
import type { NotificationKind, Told } from '#server/modules/notifications/index.ts'
import { firstAsks } from './requests-queries.ts'

const Requested = z.object({ personId: z.string(), asks: z.number() })

/** Somebody is asked for values. The link with which they answer is in a mail of its own, so this mails nothing. */
const asked: NotificationKind = {
  name: 'kpis.asked',
  events: ['kpis.values-requested'],
  needs: ['kpis.read'],
  settledBy: [],
  mail: 'never',
  says: ({ title, facts: { asks, until } }) => ({
    en: `You are asked for ${asks === 1 ? 'a value' : `${asks} values`} of ${title}, until ${until}. The link to answer is in a mail of its own.`,
    de: `Sie werden um ${asks === 1 ? 'einen Wert' : `${asks} Werte`} von ${title} gebeten, bis zum ${until}. Der Link zum Antworten steht in einer eigenen Mail.`,
  }),
  async tell(tx, events) {
    const first = await firstAsks(
      tx,
      events.map(({ subject_id: id }) => id),
    )
    return events.flatMap((event): Told[] => {
      const { success, data } = Requested.safeParse(event.after)
      const ask = first.get(event.subject_id)
      if (!success || !ask) return []
      const facts = { asks: data.asks, until: ask.expires_at.slice(0, 10) }
      return [{ event, personId: data.personId, subjectId: ask.business_id, facts }]
    })
  },
}

export const kpisKinds = [asked]
