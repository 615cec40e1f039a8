import { ENDPOINTS } from '#server/database/signals.ts'
import { followOutbox, type FollowMeans } from '#server/runs/follow-outbox.ts'
import { FOLLOWER, followedStudios } from './endpoints-queries.ts'
import { giveOut } from './give-out.ts'

/** Of one transaction; with a hundred endpoints it makes at most ten thousand deliveries. */
const PAGE_EVENTS = 100

/** Follows the outbox of every studio that has an endpoint which is enabled, and of no other. */
export function followEvents(means: FollowMeans): { close(): Promise<void> } {
  return followOutbox(means, {
    name: FOLLOWER,
    studios: followedStudios,
    changesOn: ENDPOINTS,
    pageEvents: PAGE_EVENTS,
    take: giveOut,
  })
}
