import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

/** A place in the order of events: (transaction, event). */
export interface Place {
  xact: string
  eventId: string
}

/** What a follower takes at once: what lies after the one, and up to the other. */
export interface Stretch {
  from: Place
  to: Place
}

/** Who follows, and whose events. */
export interface Following {
  studioId: Id<'studio'>
  follower: string
}

export interface Horizon {
  cursor: Place
  /** How far to go now; undefined where nothing is new. */
  upto: Place | undefined
  hasMore: boolean
  /** There are events that are not final: a transaction that began before theirs is still at work. */
  hasPending: boolean
}

/**
 * As live streams do it (decision 13): only what lies below the oldest transaction at work is final, for nothing can come in
 * before it any more. Read in a transaction that writes nothing, for one that does is itself at work.
 */
const HORIZON = `with snapshot as (select pg_snapshot_xmin(pg_current_snapshot()) as xmin),
  page as (
    select event.xact, event.id, row_number() over (order by event.xact, event.id) as place
    from outbox_cursor as cursor join event on event.studio_id = cursor.studio_id
      and (event.xact, event.id) > (cursor.xact, cursor.event_id), snapshot
    where cursor.studio_id = $1 and cursor.follower = $2 and event.xact < snapshot.xmin
    order by event.xact, event.id limit $3)
  select cursor.xact::text as cursor_xact, cursor.event_id as cursor_id,
    (select xact::text from page order by place desc limit 1) as xact,
    (select id from page order by place desc limit 1) as event_id,
    (select count(*)::int from page) as events,
    exists (select from event where studio_id = $1 and xact >= snapshot.xmin) as has_pending
  from outbox_cursor as cursor cross join snapshot where cursor.studio_id = $1 and cursor.follower = $2`

/** Undefined where this follower has no cursor in the studio yet. */
export async function readHorizon(
  tx: Transaction,
  { studioId, follower }: Following,
  pageEvents: number,
): Promise<Horizon | undefined> {
  const [row] = await tx.prepared<{
    cursor_xact: string
    cursor_id: string
    xact: string | null
    event_id: string | null
    events: number
    has_pending: boolean
  }>(HORIZON, [studioId, follower, pageEvents])
  if (!row) return undefined
  const { xact, event_id: eventId } = row
  return {
    cursor: { xact: row.cursor_xact, eventId: row.cursor_id },
    upto: xact === null || eventId === null ? undefined : { xact, eventId },
    hasMore: row.events === pageEvents,
    hasPending: row.has_pending,
  }
}

/** False where another process has it, or has gone on from there: what follows is theirs. */
export async function moveCursor(
  tx: Transaction,
  { studioId, follower }: Following,
  { from, to }: Stretch,
): Promise<boolean> {
  const rows = await tx.prepared(
    `update outbox_cursor set xact = $3::text::xid8, event_id = $4
     where follower = $2 and studio_id = (select studio_id from outbox_cursor where studio_id = $1 and follower = $2
       and xact = $5::text::xid8 and event_id = $6 for update skip locked) returning studio_id`,
    [studioId, follower, to.xact, to.eventId, from.xact, from.eventId],
  )
  return rows.length > 0
}

/** Begins with what is committed from now on, or with the first event of the studio. */
export async function ensureCursor(
  tx: Transaction,
  { studioId, follower }: Following,
  begins: 'now' | 'at-the-first-event',
): Promise<void> {
  await tx.prepared(
    `insert into outbox_cursor (studio_id, follower, xact)
     values ($1, $2, case when $3 then pg_current_xact_id() else '0'::xid8 end) on conflict do nothing`,
    [studioId, follower, begins === 'now'],
  )
}
