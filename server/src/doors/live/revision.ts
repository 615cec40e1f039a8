/**
 * A place in a studio's stream of events: the transaction that wrote an event, and the event. `0` instead of an event is
 * the place before every event of that transaction.
 */
export interface Revision {
  xact: bigint
  eventId: string
}

/** Far above what a server ever counts to, and far below where its own number for a transaction ends. */
const REVISION = /^(\d{1,18})-(0|evt_[0-9a-z]{26})$/
export const REVISION_LENGTH_MAX = 60

export function beforeAllOf(xact: bigint): Revision {
  return { xact, eventId: '0' }
}

/** As clients see it, in `id:` and `Last-Event-ID`. */
export function revisionText({ xact, eventId }: Revision): string {
  return `${xact}-${eventId}`
}

/** Undefined where it is none of ours: its owner is told that there is a gap, and reads anew. */
export function readRevision(text: string): Revision | undefined {
  const [, xact, eventId] = REVISION.exec(text) ?? []
  return xact === undefined || eventId === undefined ? undefined : { xact: BigInt(xact), eventId }
}

/** Ids sort as text in the order in which PostgreSQL sorts them (collation "C"), and `0` before all. */
export function isLater(one: Revision, other: Revision): boolean {
  return one.xact === other.xact ? one.eventId > other.eventId : one.xact > other.xact
}
