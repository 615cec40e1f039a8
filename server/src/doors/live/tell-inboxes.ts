import type { Id } from '#kernel/ids.ts'
import { oneAtATime } from '#server/runs/one-at-a-time.ts'
import { inSlices } from './in-slices.ts'
import type { Readers } from './readers.ts'
import { send } from './subscriber.ts'
import { noticeOnWire } from './wire.ts'

/** At which revision these people's inboxes are. A module's, handed over by the system: doors know none. */
export type Inboxes = (studioId: Id<'studio'>, personIds: readonly string[]) => Promise<Map<string, number>>

export interface InboxMeans {
  inboxes: Inboxes
  log(error: unknown): void
}

/** Tells whoever listens that their own inbox has changed, and nobody else: one look for all who listen in the studio. */
export function inboxTeller(
  studioId: Id<'studio'>,
  readers: Pick<Readers, 'all' | 'isComing'>,
  { inboxes, log }: InboxMeans,
): () => Promise<void> {
  return oneAtATime(async () => {
    const told = readers.all().filter((one) => !readers.isComing(one))
    const people = [...new Set(told.flatMap(({ access }) => access.personId ?? []))]
    if (people.length === 0) return
    const revisions = await inboxes(studioId, people).catch((error: unknown) => {
      log(error) // the next signal, or the next look by the clock, tries again
      return new Map<string, number>()
    })
    await inSlices(told, (subscriber) => {
      const revision = revisions.get(subscriber.access.personId ?? '')
      if (revision === undefined || revision === subscriber.inbox) return
      subscriber.inbox = revision
      send(subscriber, noticeOnWire('inbox', { revision }))
    })
  })
}
