import { z } from 'zod'
import type { NotificationKind } from '#server/modules/notifications/index.ts'
import { findSubjects, type SubjectMeans } from '#server/modules/subjects/index.ts'
import { READ } from './check-mentions.ts'
import { writersOn } from './comments-queries.ts'

const Added = z.object({ commentId: z.string(), mentioned: z.array(z.string()).catch([]) })

const mentioned: NotificationKind = {
  name: 'comments.mentioned',
  events: ['comments.comment-added', 'comments.comment-edited'],
  needs: [READ],
  settledBy: [],
  mail: 'at-once',
  says: ({ actor, title }) => ({
    en: `${actor.en} mentioned you in a comment on ${title}.`,
    de: `${actor.de} hat Sie in einem Kommentar zu ${title} erwähnt.`,
  }),
  async tell(_tx, events) {
    return events.flatMap((event) => {
      const { success, data } = Added.safeParse(event.after)
      if (!success) return []
      const { commentId, mentioned: ids } = data
      return ids.map((personId) => ({ event, personId, subjectId: event.subject_id, facts: { commentId } }))
    })
  },
}

/** Who answers for what was commented on, and who said something there before. */
function commented({ kinds }: Pick<SubjectMeans, 'kinds'>): NotificationKind {
  return {
    name: 'comments.commented',
    events: ['comments.comment-added'],
    needs: [READ],
    settledBy: [],
    mail: 'daily',
    says: ({ actor, title }) => ({
      en: `${actor.en} commented on ${title}.`,
      de: `${actor.de} hat ${title} kommentiert.`,
    }),
    async tell(tx, events) {
      const ids = events.map(({ subject_id: id }) => id)
      const [subjects, writers] = await Promise.all([findSubjects(tx, { kinds }, ids), writersOn(tx, ids)])
      return events.flatMap((event) => {
        const { success, data } = Added.safeParse(event.after)
        if (!success) return []
        const { commentId } = data
        const owner = subjects.get(event.subject_id)?.subject.owner_id
        const before = writers.filter(
          (one) => one.subject_id === event.subject_id && one.first_id < commentId,
        )
        const people = new Set([...(owner ? [owner] : []), ...before.map(({ actor_id: id }) => id)])
        return [...people].map((personId) => ({
          event,
          personId,
          subjectId: event.subject_id,
          facts: { commentId },
        }))
      })
    },
  }
}

export function commentsKinds(means: Pick<SubjectMeans, 'kinds'>): NotificationKind[] {
  return [mentioned, commented(means)]
}
