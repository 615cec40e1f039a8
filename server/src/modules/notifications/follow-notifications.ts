import { newId, type Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { INBOXES } from '#server/database/signals.ts'
import { followOutbox, type FollowMeans } from '#server/runs/follow-outbox.ts'
import type { Stretch } from '#server/runs/outbox-queries.ts'
import { allStudios, readEvents } from './follow-queries.ts'
import type { FollowedEvent } from './followed-event.ts'
import { findChoices, raiseRevisions } from './inbox-queries.ts'
import type { NotificationKind } from './notification-kind.ts'
import type { NotificationsMeans } from './notifications-means.ts'
import { insertNotifications, settle } from './notifications-queries.ts'
import { sendOn } from './send-on.ts'
import { whoIsTold } from './who-is-told.ts'

/** Of one transaction; most events tell nobody anything. */
const PAGE_EVENTS = 200

/** Follows the outbox of every studio, and writes what people are to be told. */
export function followNotifications(
  following: FollowMeans,
  means: NotificationsMeans,
): { close(): Promise<void> } {
  const { notificationKinds: kinds } = means
  const types = [...new Set(kinds.flatMap((kind) => kind.events.concat(kind.settledBy)))]
  return followOutbox(following, {
    name: 'notifications',
    studios: allStudios,
    beginsByItself: true,
    pageEvents: PAGE_EVENTS,
    take: (tx, studioId, stretch) => tellPeople(tx, studioId, { stretch, types, means }),
  })
}

async function tellPeople(
  tx: Transaction,
  studioId: Id<'studio'>,
  { stretch, types, means }: { stretch: Stretch; types: readonly string[]; means: NotificationsMeans },
): Promise<void> {
  // In nobody's name: rows of many people are written.
  await tx.enter({ studioId, coverage: '*', isWorker: true })
  const events = await readEvents(tx, { studioId, ...stretch, types })
  if (events.length === 0) return
  const due = await whoIsTold(tx, events, means)
  const choices = await findChoices(tx, [...new Set(due.map(({ personId }) => personId))])
  const chosen = new Map(choices.map((one) => [`${one.person_id} ${one.kind}`, one]))
  const made = due.map(({ event, kind, personId, subjectId, facts, needs, operation }) => {
    const choice = chosen.get(`${personId} ${kind.name}`)
    const row = {
      id: newId('notification'),
      person_id: personId,
      event_id: event.id,
      kind: kind.name,
      happened_at: event.at,
      subject_id: subjectId,
      actor_kind: event.actor_kind,
      actor_id: event.actor_id,
      facts,
      needs,
      operation,
      mail: choice?.mail ?? kind.mail,
    }
    return { row, isSent: choice?.is_sent ?? true }
  })
  const rows = made.map(({ row }) => row)
  const written = await insertNotifications(tx, studioId, rows)
  const settled = await settle(tx, settledBy(events, means.notificationKinds))
  await sendOn(
    { tx, studioId },
    made.filter(({ row }) => written.has(row.id)),
  )
  const touched = [...rows.filter(({ id }) => written.has(id)).map((row) => row.person_id), ...settled]
  if (touched.length === 0) return
  await raiseRevisions(tx, studioId, touched)
  tx.announce(INBOXES, studioId)
}

function settledBy(events: readonly FollowedEvent[], kinds: readonly NotificationKind[]) {
  return events.flatMap(({ id, type, subject_id }) =>
    kinds
      .filter((kind) => kind.settledBy.includes(type))
      .map(({ name }) => ({ kind: name, subject_id, event_id: id })),
  )
}
