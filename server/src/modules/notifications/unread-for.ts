import type { Id } from '#kernel/ids.ts'
import { namesOfActors } from '#server/catalogue/actor-names-queries.ts'
import { findOperation } from '#server/catalogue/find-operation.ts'
import { standingFor } from '#server/catalogue/standing.ts'
import type { Transaction } from '#server/database/database.ts'
import { findAddressee, peopleWithGrants, type Addressee } from '#server/modules/identity/index.ts'
import { findSubjects, sees } from '#server/modules/subjects/index.ts'
import { actorSaid } from './actor-said.ts'
import { unreadBetween } from './mail-queries.ts'
import type { NotificationsMeans } from './notifications-means.ts'

/** What is mailed to one person: sentences, the newest first. */
export interface Unread extends Addressee {
  sentences: string[]
  /** There is more than is mailed. */
  hasMore: boolean
}

/** More of them is for the inbox to tell. */
const SENTENCES_MAX = 30

/** Undefined where there is nothing that they have not read and may read, or where they left the studio. */
export async function unreadFor(
  tx: Transaction,
  { notificationKinds, subjects }: Pick<NotificationsMeans, 'notificationKinds' | 'subjects'>,
  wanted: { personId: Id<'person'>; from: string; upTo: string; isDigest: boolean },
): Promise<Unread | undefined> {
  const { personId } = wanted
  const [person] = await peopleWithGrants(tx, { ids: [personId] })
  const addressee = await findAddressee(tx, personId)
  if (!person || !addressee) return undefined
  const rows = await unreadBetween(tx, { ...wanted, limit: SENTENCES_MAX + 1 })
  const [found, names] = await Promise.all([
    findSubjects(
      tx,
      subjects,
      rows.flatMap(({ subject_id: id }) => id ?? []),
    ),
    namesOfActors(
      tx,
      rows.map(({ actor_id: id }) => id),
    ),
  ])
  const { language } = addressee
  const { operations } = subjects
  const eyes = { grants: person.grants, ids: [personId] }
  const sentences = rows.flatMap(
    ({ kind: name, subject_id: id, actor_kind: actorKind, actor_id: actorId, facts, needs, operation }) => {
      const kind = notificationKinds.find((one) => one.name === name)
      const about = id === null ? undefined : found.get(id)
      if (!kind || (id !== null && !about)) return []
      if (about && !needs.every((permission) => sees(eyes, { ...about, permission, operations }))) return []
      const also = operation === null ? undefined : findOperation(operations, operation)
      if (operation !== null && !(also && standingFor(person, also))) return []
      const actor = actorSaid(actorKind, names.get(actorId))
      return [kind.says({ actor, title: about?.subject.title ?? '', facts })[language]]
    },
  )
  if (sentences.length === 0) return undefined
  const hasMore = sentences.length > SENTENCES_MAX
  return { ...addressee, sentences: sentences.slice(0, SENTENCES_MAX), hasMore }
}
