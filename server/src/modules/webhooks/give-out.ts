import type { Id } from '#kernel/ids.ts'
import type { Database } from '#server/database/database.ts'
import { deliverTo } from './deliver-to.ts'
import { isChosen } from './event-choice.ts'
import {
  findFollowers,
  moveCursor,
  readEvents,
  readHorizon,
  type Follower,
  type Place,
} from './follow-queries.ts'
import { bodyOf } from './payload.ts'

/** Of one transaction; with a hundred endpoints it makes at most ten thousand deliveries. */
const PAGE_EVENTS = 100

export interface GivenOut {
  /** There is more that is final already. */
  hasMore: boolean
  /** There is more that is not final yet. */
  hasPending: boolean
}

/**
 * Makes a delivery for each new event and each endpoint that chose it, and moves the studio's cursor past them, in one
 * transaction: a crash before its commit leaves both as they were, and after it neither is done again.
 */
export async function giveOut(database: Database, studioId: Id<'studio'>): Promise<GivenOut> {
  const inStudio = { studioId, coverage: '*' }
  const { followers, horizon } = await database.read(inStudio, async (tx) => {
    const [found, until] = await Promise.all([findFollowers(tx), readHorizon(tx, studioId, PAGE_EVENTS)])
    return { followers: found, horizon: until }
  })
  const hasPending = horizon?.hasPending ?? false
  if (!horizon?.upto || followers.length === 0) return { hasMore: false, hasPending }
  const stretch = { from: horizon.cursor, to: horizon.upto }
  const isOurs = await database.write(inStudio, async (tx) => {
    if (!(await moveCursor(tx, studioId, stretch))) return false
    const chosen = followers.flatMap(({ event_types: types }) => types)
    const [modules, types] = [
      chosen.filter((type) => type.endsWith('.*')),
      chosen.filter((type) => !type.endsWith('.*')),
    ]
    const events = await readEvents(tx, {
      studioId,
      ...stretch,
      types,
      modules: modules.map((type) => type.slice(0, -2)),
    })
    const messages = events.flatMap((event) => {
      const takers = followers.filter((follower) => takes(follower, event))
      const body = takers.length > 0 ? bodyOf(studioId, event) : ''
      return takers.map(({ id }) => ({ endpointId: id, type: event.type, messageId: event.id, body }))
    })
    await deliverTo({ tx, studioId }, messages)
    return true
  })
  return { hasMore: isOurs && horizon.hasMore, hasPending }
}

function takes(follower: Follower, { xact, type }: Pick<Place, 'xact'> & { type: string }): boolean {
  return BigInt(follower.follows_from) <= BigInt(xact) && isChosen(follower.event_types, type)
}
