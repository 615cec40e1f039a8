import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { ToldEvent } from './payload.ts'

/** A place in the order of events: (transaction, event). */
export interface Place {
  xact: string
  eventId: string
}

export interface Follower {
  id: Id<'webhook_endpoint'>
  event_types: string[]
  follows_from: string
}

/** The studio's endpoints that are told of events. */
export async function findFollowers(tx: Transaction): Promise<Follower[]> {
  return tx.prepared<Follower & Record<string, unknown>>(
    `select id, event_types, follows_from::text from webhook_endpoint
     where disabled_why is null and archived_at is null and person_id is null`,
    [],
  )
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
    from webhook_cursor as cursor join event on event.studio_id = cursor.studio_id
      and (event.xact, event.id) > (cursor.xact, cursor.event_id), snapshot
    where cursor.studio_id = $1 and event.xact < snapshot.xmin
    order by event.xact, event.id limit $2)
  select cursor.xact::text as cursor_xact, cursor.event_id as cursor_id,
    (select xact::text from page order by place desc limit 1) as xact,
    (select id from page order by place desc limit 1) as event_id,
    (select count(*)::int from page) as events,
    exists (select from event where studio_id = $1 and xact >= snapshot.xmin) as has_pending
  from webhook_cursor as cursor cross join snapshot where cursor.studio_id = $1`

export async function readHorizon(
  tx: Transaction,
  studioId: Id<'studio'>,
  pageEvents: number,
): Promise<Horizon | undefined> {
  const [row] = await tx.prepared<{
    cursor_xact: string
    cursor_id: string
    xact: string | null
    event_id: string | null
    events: number
    has_pending: boolean
  }>(HORIZON, [studioId, pageEvents])
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
  studioId: Id<'studio'>,
  { from, to }: { from: Place; to: Place },
): Promise<boolean> {
  const rows = await tx.prepared(
    `update webhook_cursor set xact = $2::text::xid8, event_id = $3
     where studio_id = (select studio_id from webhook_cursor where studio_id = $1 and xact = $4::text::xid8
       and event_id = $5 for update skip locked) returning studio_id`,
    [studioId, to.xact, to.eventId, from.xact, from.eventId],
  )
  return rows.length > 0
}

/** What runs of deliveries tell of themselves would be delivered, and so on for ever; they tell nothing, and this makes sure. */
const EVENTS = `select event.id, event.xact::text, event.type, event.subject_id, event.business_id, event.at, event.data,
    coalesce(line.actor_kind, 'run') as actor_kind, coalesce(line.actor_id, event.run_id) as actor_id
  from event left join audit_line as line on line.id = event.audit_line_id
  where event.studio_id = $1
    and (event.xact, event.id) > ($2::text::xid8, $3) and (event.xact, event.id) <= ($4::text::xid8, $5)
    and (event.type = any ($6) or split_part(event.type, '.', 1) = any ($7))
    and not exists (select from run where run.id = event.subject_id and run.program = 'webhooks.deliver')
  order by event.xact, event.id`

export async function readEvents(
  tx: Transaction,
  given: { studioId: Id<'studio'>; from: Place; to: Place; types: string[]; modules: string[] },
): Promise<(ToldEvent & { xact: string })[]> {
  const { studioId, from, to, types, modules } = given
  return tx.prepared<ToldEvent & { xact: string } & Record<string, unknown>>(EVENTS, [
    studioId,
    from.xact,
    from.eventId,
    to.xact,
    to.eventId,
    types,
    modules,
  ])
}
