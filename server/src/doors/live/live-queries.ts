import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { beforeAllOf, type Revision } from './revision.ts'
import type { SightPart } from './sight.ts'

/**
 * How far the events of a studio are final. Transactions commit in another order than they began, so an event counts
 * only when every transaction up to its own has ended: nothing can come in before it any more. One that takes long
 * delays the stream; nothing is skipped.
 */
export interface Horizon {
  epoch: bigint
  /** Everything before it is final. */
  final: Revision
  /** How far to read now: `final`, or the end of a full page before it. */
  upto: Revision
  /** There are events already that are not final: it is worth looking again soon. */
  hasPending: boolean
}

const SELECT_HORIZON = `with snapshot as (select pg_snapshot_xmin(pg_current_snapshot()) as xmin)
  select studio.access_epoch, snapshot.xmin::text as final,
    exists (select from event where studio_id = studio.id and xact >= snapshot.xmin) as has_pending,
    page.xact::text as page_xact, page.id as page_id
  from studio cross join snapshot left join lateral (
    select xact, id from event where studio_id = studio.id and (xact, id) > ($2::text::xid8, $3)
      and xact < snapshot.xmin order by xact, id offset $4 limit 1) as page on true
  where studio.id = $1`

/** A page is `pageRows` events, counted before anybody's rights. */
export async function readHorizon(
  tx: Transaction,
  given: { studioId: Id<'studio'>; after: Revision | undefined; pageRows: number },
): Promise<Horizon> {
  const { studioId, after, pageRows } = given
  const [found] = await tx.prepared<{
    access_epoch: bigint
    final: string
    has_pending: boolean
    page_xact: string | null
    page_id: string | null
  }>(SELECT_HORIZON, [studioId, after ? String(after.xact) : null, after?.eventId ?? null, pageRows - 1])
  const row = present(found, `studio ${studioId} is gone`)
  const final = beforeAllOf(BigInt(row.final))
  const isFull = row.page_xact !== null && row.page_id !== null
  return {
    epoch: row.access_epoch,
    final,
    upto: isFull ? { xact: BigInt(row.page_xact ?? 0), eventId: row.page_id ?? '' } : final,
    hasPending: row.has_pending,
  }
}

export interface EventRow {
  id: string
  xact: string
  type: string
  subject_id: string
  business_id: string | null
  at: string
  /** JSON as text; null where it is longer than a stream carries. */
  data: string | null
  actor_kind: string
  actor_id: string
  request_id: string | null
}

/** Whoever needs data that is longer reads the row: so a page of a hundred events stays below two megabytes. */
const DATA_BYTES_MAX = 16_000

/** What the run engine itself tells of a run has no line in the audit: the run is who acts. */
const SELECT_EVENTS = `select event.id, event.xact::text as xact, event.type, event.subject_id, event.business_id,
    event.at, case when octet_length(event.data::text) <= ${DATA_BYTES_MAX} then event.data::text end as data,
    coalesce(line.actor_kind, 'run') as actor_kind, coalesce(line.actor_id, event.run_id) as actor_id, line.request_id
  from event left join audit_line as line on line.id = event.audit_line_id
  where event.studio_id = $1 and event.permission = any ($2)
    and (event.xact, event.id) > ($3::text::xid8, $4) and (event.xact, event.id) <= ($5::text::xid8, $6)
  order by event.xact, event.id limit $7`

/** In order, at most `limit`; under the part's own coverage, so row-level security decides what is seen. */
export async function readEvents(
  tx: Transaction,
  given: { studioId: Id<'studio'>; part: SightPart; after: Revision; upto: Revision; limit: number },
): Promise<EventRow[]> {
  const { studioId, part, after, upto, limit } = given
  const entered = tx.enter({ studioId, coverage: part.coverage })
  const rows = tx.prepared<EventRow & Record<string, unknown>>(SELECT_EVENTS, [
    studioId,
    part.permissions,
    String(after.xact),
    after.eventId,
    String(upto.xact),
    upto.eventId,
    limit,
  ])
  const [, events] = await Promise.all([entered, rows])
  return events
}
