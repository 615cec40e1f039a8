import type { Id } from '#kernel/ids.ts'
import type { Database, Transaction } from '#server/database/database.ts'
import { readEvents, readHorizon, type EventRow, type Horizon } from './live-queries.ts'
import { isLater, type Revision } from './revision.ts'
import type { Sight } from './sight.ts'
import type { Subscriber } from './subscriber.ts'
import { eventsOnWire } from './wire.ts'

/** Events in one reading of a studio's news. */
const PAGE_ROWS = 100
/** What a stream may have missed and still be told one by one; beyond it reading the screens anew is cheaper. */
const REPLAY_ROWS_MAX = 1000
const REPLAY_BYTES_MAX = 1_000_000

/** What is to be said now: to each sight, and to each of those who come in. */
export interface Page extends Horizon {
  news: Map<string, Buffer>
  replays: Map<Subscriber, Replay>
}

/** `later` is further on than this page: it is asked again with the next one. */
export type Replay = Buffer | 'nothing' | 'gap' | 'later'

/**
 * Reads everything between a place and the horizon in one transaction: once per sight, and once for all of those who
 * come in with the same sight at the same place.
 */
export async function readPage(
  database: Database,
  given: {
    studioId: Id<'studio'>
    after: Revision | undefined
    sights: readonly Sight[]
    joining: readonly Subscriber[]
  },
): Promise<Page> {
  const { studioId, after, sights, joining } = given
  return database.read({ studioId, coverage: '*' }, async (tx) => {
    const horizon = await readHorizon(tx, { studioId, after, pageRows: PAGE_ROWS })
    const { upto, final } = horizon
    const news = new Map<string, Buffer>()
    if (after && isLater(upto, after)) {
      for (const sight of sights) {
        const events = await eventsSeen(tx, { studioId, sight, after, upto, limit: PAGE_ROWS })
        if (events.length > 0) news.set(sight.key, eventsOnWire(events))
      }
    }
    const replays = new Map<Subscriber, Replay>()
    const read = new Map<string, Replay>()
    for (const subscriber of joining) {
      const { sight, from } = subscriber
      const name = `${sight.key} ${placeOf(from)}`
      const known = read.get(name) ?? (await replay(tx, { studioId, sight, from, upto, final }))
      read.set(name, known)
      replays.set(subscriber, known)
    }
    return { ...horizon, news, replays }
  })
}

async function replay(
  tx: Transaction,
  given: { studioId: Id<'studio'>; sight: Sight; from: Subscriber['from']; upto: Revision; final: Revision },
): Promise<Replay> {
  const { from, upto, final } = given
  if (from === undefined) return 'nothing'
  // A revision from after the end is of another database, or of this one before it was restored.
  if (from === 'lost' || isLater(from, final)) return 'gap'
  if (isLater(from, upto)) return 'later'
  const events = await eventsSeen(tx, { ...given, after: from, limit: REPLAY_ROWS_MAX + 1 })
  if (events.length > REPLAY_ROWS_MAX) return 'gap'
  const bytes = eventsOnWire(events)
  return bytes.length > REPLAY_BYTES_MAX ? 'gap' : bytes
}

async function eventsSeen(
  tx: Transaction,
  given: { studioId: Id<'studio'>; sight: Sight; after: Revision; upto: Revision; limit: number },
): Promise<EventRow[]> {
  const { sight, ...range } = given
  const [first = [], ...others] = await Promise.all(
    sight.parts.map((part) => readEvents(tx, { ...range, part })),
  )
  return others.length === 0 ? first : [first, ...others].flat().sort(byRevision)
}

function byRevision(one: EventRow, other: EventRow): number {
  const [a, b] = [one, other].map(({ xact, id }) => ({ xact: BigInt(xact), eventId: id }))
  if (!a || !b) return 0
  return isLater(a, b) ? 1 : -1
}

function placeOf(from: Subscriber['from']): string {
  if (from === undefined || from === 'lost') return String(from)
  return `${from.xact}-${from.eventId}`
}
