import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Stretch } from '#server/runs/outbox-queries.ts'
import { deliverTo } from './deliver-to.ts'
import { isChosen } from './event-choice.ts'
import { findFollowers, readEvents, type Follower } from './follow-queries.ts'
import { bodyOf } from './payload.ts'

/** Makes a delivery for each event of the stretch and each endpoint that chose it. */
export async function giveOut(tx: Transaction, studioId: Id<'studio'>, stretch: Stretch): Promise<void> {
  const followers = await findFollowers(tx)
  if (followers.length === 0) return
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
}

function takes(follower: Follower, { xact, type }: { xact: string; type: string }): boolean {
  return BigInt(follower.follows_from) <= BigInt(xact) && isChosen(follower.event_types, type)
}
