import { sql } from 'kysely'
import { declareSorts, type Order } from '#server/catalogue/sorting.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { namesOfActors } from '#server/catalogue/actor-names-queries.ts'

/** Of what has an id: events of which permissions are told. Row-level security leaves those of covered subjects. */
export interface TimelineOf {
  subjectId: string
  permissions: readonly string[]
}

/** The newest first. Ids of events are ordered by time, but those of two processes may cross within a millisecond. */
export const TIMELINE_SORTS = declareSorts(
  { at: [{ by: sql`(extract(epoch from event.at) * 1000000)::bigint`, type: 'bigint' }] },
  { id: sql`event.id`, byDefault: 'at' },
)

export async function pageOfTimeline(
  tx: Transaction,
  of: TimelineOf,
  { order, cursor, limit }: { order: Order; cursor: string | undefined; limit: number },
) {
  const after = order.after(cursor)
  const page = query
    .selectFrom('event')
    .leftJoin('audit_line', 'audit_line.id', 'event.audit_line_id')
    .select(['event.id', 'event.at', 'event.type', 'event.data', 'event.run_id', 'audit_line.operation'])
    .select(['audit_line.door', 'audit_line.actor_kind', 'audit_line.actor_id', 'audit_line.on_behalf_of'])
    .select(order.key.as('key'))
    .where(isOf(of))
    .orderBy(order.by)
    .limit(limit)
  const rows = await tx.rows(after ? page.where(after) : page)
  const ids = rows.flatMap(({ actor_id, on_behalf_of }) => [actor_id, on_behalf_of])
  const names = await namesOfActors(
    tx,
    ids.filter((id) => id !== null),
  )
  return { rows, names }
}

export type TimelineRow = Awaited<ReturnType<typeof pageOfTimeline>>['rows'][number]

export async function countTimeline(tx: Transaction, of: TimelineOf): Promise<number> {
  const counted = query.selectFrom('event').select(sql<number>`count(*)::int`.as('total'))
  const row = await tx.find(counted.where(isOf(of)))
  return row?.total ?? 0
}

function isOf({ subjectId, permissions }: TimelineOf) {
  return sql<boolean>`(event.subject_id = ${subjectId} and event.permission = any (${permissions})
    and event.studio_id = current_studio())`
}
