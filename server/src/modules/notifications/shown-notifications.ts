import type { Language } from '#kernel/languages.ts'
import { namesOfActors } from '#server/catalogue/actor-names-queries.ts'
import type { Transaction } from '#server/database/database.ts'
import { titlesOf } from '#server/modules/subjects/index.ts'
import { actorSaid } from './actor-said.ts'
import type { NotificationsMeans } from './notifications-means.ts'
import type { NotificationRow } from './notifications-queries.ts'
import type { Notification } from './schema.ts'

/** As they are read, with the titles that the transaction covers. What lost its subject meanwhile is left out. */
export async function shownNotifications(
  tx: Transaction,
  rows: readonly NotificationRow[],
  { subjects, notificationKinds: kinds }: Pick<NotificationsMeans, 'subjects' | 'notificationKinds'>,
  language: Language,
): Promise<Notification[]> {
  const [titles, names] = await Promise.all([
    titlesOf(
      tx,
      subjects,
      rows.flatMap(({ subject_id: id }) => id ?? []),
    ),
    namesOfActors(
      tx,
      rows.map(({ actor_id: id }) => id),
    ),
  ])
  return rows.flatMap((row) => {
    const { id, kind, subject_id: about, actor_kind, actor_id, facts } = row
    const title = about === null ? undefined : titles.get(about)
    const told = kinds.find(({ name }) => name === kind)
    if (!told || (about !== null && title === undefined)) return []
    const name = names.get(actor_id)
    const says = told.says({ actor: actorSaid(actor_kind, name), title: title ?? '', facts })
    return [
      {
        id,
        kind,
        says: says[language],
        at: row.happened_at,
        actor: { kind: actor_kind, id: actor_id, name: name?.slice(0, 200) ?? null },
        subject: about === null || title === undefined ? null : { id: about, title },
        facts,
        readAt: row.read_at,
      },
    ]
  })
}
