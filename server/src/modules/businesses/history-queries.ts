import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { Actor } from '#server/catalogue/access.ts'
import type { CursorPart } from '#server/catalogue/listing.ts'
import { declareSorts, type Order } from '#server/catalogue/sorting.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { namesOfActors } from '#server/catalogue/actor-names-queries.ts'
import { IS_CHANGE, MOVE_FROM, MOVE_VALUE } from './moved-queries.ts'

export const ATTRIBUTES = ['entity', 'category', 'stage', 'owner'] as const

export interface HistoryFilter {
  /** All moves of one business; without it changes of those at work, since a day and until another. */
  businessId?: Id<'business'> | undefined
  since?: string | undefined
  until?: string | undefined
  attribute?: (typeof ATTRIBUTES)[number] | undefined
}

interface Value {
  id: string
  name: string | null
}

export interface HistoryMove {
  id: Id<'business_move'>
  attribute: (typeof ATTRIBUTES)[number]
  from: Value | null
  to: Value | null
  effectiveOn: string
  recordedAt: string
  decidedBy: Pick<Actor, 'kind' | 'id'> & { name: string | null }
  evidence: string
  reason: string
  withdrawnAt: string | null
}

/** The newest day first, and within a day what was written last. */
export const HISTORY_SORTS = declareSorts(
  {
    effective: [
      { by: sql`(move.effective_on - date '2000-01-01')::bigint`, type: 'bigint' },
      { by: sql`move.place`, type: 'bigint' },
    ],
  },
  { id: sql`move.id`, byDefault: 'effective' },
)

const BUSINESS_NAME = sql<string>`(select name from business where business.id = move.business_id)`

interface PagedMove {
  move: HistoryMove
  business: { id: Id<'business'>; name: string }
  key: CursorPart[]
}

/** The first page counts all of them on its way; a later one sees no more than what comes after it. */
export async function pageOfMoves(
  tx: Transaction,
  filter: HistoryFilter,
  { order, cursor, limit }: { order: Order; cursor: string | undefined; limit: number },
): Promise<{ rows: PagedMove[]; total: number }> {
  const after = order.after(cursor)
  const page = filtered(query.selectFrom('business_move as move'), filter)
    .select([
      'move.id',
      'move.attribute',
      'move.effective_on',
      'move.recorded_at',
      'move.actor_kind',
      'move.actor_id',
    ])
    .select([
      'move.evidence',
      'move.reason',
      'move.withdrawn_at',
      MOVE_VALUE.as('to_id'),
      MOVE_FROM.as('from_id'),
    ])
    .select(['move.business_id', BUSINESS_NAME.as('business_name'), order.key.as('key')])
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .orderBy(order.by)
    .limit(limit)
  const rows = await tx.rows(after ? page.where(after) : page)
  const [total, names, actors] = await Promise.all([
    after ? countMoves(tx, filter) : (rows[0]?.total ?? 0),
    namesOfValues(
      tx,
      rows.flatMap(({ to_id, from_id }) => [to_id, from_id]),
    ),
    namesOfActors(
      tx,
      rows.map(({ actor_id }) => actor_id),
    ),
  ])
  const valueOf = (id: string | null, attribute: string) =>
    id === null ? null : { id, name: attribute === 'stage' ? id : (names.get(id) ?? null) }
  const told = rows.map(({ key, ...row }) => ({
    key,
    business: { id: row.business_id, name: row.business_name },
    move: {
      id: row.id,
      attribute: row.attribute,
      from: valueOf(row.from_id, row.attribute),
      to: valueOf(row.to_id, row.attribute),
      effectiveOn: row.effective_on,
      recordedAt: row.recorded_at,
      decidedBy: { kind: row.actor_kind, id: row.actor_id, name: actors.get(row.actor_id) ?? null },
      evidence: row.evidence,
      reason: row.reason,
      withdrawnAt: row.withdrawn_at,
    },
  }))
  return { rows: told, total }
}

async function countMoves(tx: Transaction, filter: HistoryFilter): Promise<number> {
  const counted = filtered(query.selectFrom('business_move as move'), filter)
  const row = await tx.find(counted.select(sql<number>`count(*)::int`.as('total')))
  return row?.total ?? 0
}

function filtered<Q extends { where(condition: ReturnType<typeof sql<boolean>>): Q }>(
  statement: Q,
  { businessId, attribute, since, until }: HistoryFilter,
): Q {
  const narrowed = businessId
    ? statement.where(sql<boolean>`move.business_id = ${businessId}`)
    : statement.where(sql<boolean>`move.effective_on between ${since}::date and ${until}::date and ${IS_CHANGE}
        and exists (select from business where business.id = move.business_id and archived_at is null)`)
  return attribute ? narrowed.where(sql<boolean>`move.attribute = ${attribute}`) : narrowed
}

async function namesOfValues(tx: Transaction, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const rows = await tx.prepared<{ id: string; name: string }>(
    `select id, name from entity where id = any ($1) union all select id, name from category where id = any ($1)
     union all select id, display_name from person where id = any ($1)`,
    [[...new Set(ids.filter((id) => id !== null))]],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
