import type { Transaction } from '#server/database/database.ts'
import { peopleWithGrants } from '#server/modules/identity/index.ts'
import { findSubjects, sees } from '#server/modules/subjects/index.ts'
import type { FollowedEvent } from './followed-event.ts'
import type { NotificationKind, Told } from './notification-kind.ts'
import type { NotificationsMeans } from './notifications-means.ts'

/** One who is told: by which kind, and what they need to read it later on. */
export interface Due extends Told {
  kind: NotificationKind
  needs: string[]
  operation: string | null
}

/**
 * Who is told of these events: each person of each event once, by the first kind that names them; never who did it; and only
 * who belongs to the studio and may read, with the rights that they have now, what it is about.
 */
export async function whoIsTold(
  tx: Transaction,
  events: readonly FollowedEvent[],
  { notificationKinds, subjects }: Pick<NotificationsMeans, 'notificationKinds' | 'subjects'>,
): Promise<Due[]> {
  const named = new Map<string, Told & { kind: NotificationKind }>()
  for (const kind of notificationKinds) {
    const its = events.filter(({ type }) => kind.events.includes(type))
    const told = its.length > 0 ? await kind.tell(tx, its) : []
    for (const one of told.filter(isOfAnother)) {
      const key = `${one.event.id} ${one.personId}`
      if (!named.has(key)) named.set(key, { ...one, kind })
    }
  }
  const all = [...named.values()]
  if (all.length === 0) return []
  const [found, people] = await Promise.all([
    findSubjects(
      tx,
      subjects,
      all.flatMap(({ subjectId: id }) => id ?? []),
    ),
    peopleWithGrants(tx, { ids: [...new Set(all.map(({ personId }) => personId))] }),
  ])
  const grantsOf = new Map(people.map(({ id, grants }) => [id, grants]))
  return all.flatMap((one): Due[] => {
    const grants = grantsOf.get(one.personId)
    if (!grants) return []
    if (one.subjectId === null) return [{ ...one, needs: [], operation: null }]
    const about = found.get(one.subjectId)
    if (!about) return []
    const { subject, kind } = about
    const needs = [...new Set([kind.permission, ...one.kind.needs])]
    const eyes = { grants, ids: [one.personId] }
    const { operations } = subjects
    if (!needs.every((permission) => sees(eyes, { subject, kind, permission, operations }))) return []
    const isTheirs = subject.people.includes(one.personId)
    return [{ ...one, needs, operation: isTheirs ? null : subject.operation }]
  })
}

function isOfAnother({ event, personId }: Told): boolean {
  return event.actor_id !== personId && event.on_behalf_of !== personId
}
