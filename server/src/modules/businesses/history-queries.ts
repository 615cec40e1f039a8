import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { Actor } from '#server/catalogue/access.ts'
import type { CursorPart } from '#server/catalogue/listing.ts'
import { declareSorts, type Order } from '#server/catalogue/sorting.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { namesOfActors } from '#server/catalogue/actor-names-queries.ts'

export const ATTRIBUTES = ['entity', 'category', 'stage', 'owner'] as const

export interface HistoryFilter {
  businessId: Id<'business'>
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

const VALUE = sql<string | null>`coalesce(move.entity_id, move.category_id, move.stage, move.owner_id)`
/** Before a move stands the last one of its kind that was not taken back. */
const FROM = sql<
  string | null
>`(select coalesce(earlier.entity_id, earlier.category_id, earlier.stage, earlier.owner_id)
  from business_move as earlier
  where earlier.business_id = move.business_id and earlier.attribute = move.attribute and earlier.withdrawn_at is null
    and (earlier.effective_on, earlier.place) < (move.effective_on, move.place)
  order by earlier.effective_on desc, earlier.place desc limit 1)`

export async function pageOfMoves(
  tx: Transaction,
  filter: HistoryFilter,
  { order, cursor, limit }: { order: Order; cursor: string | undefined; limit: number },
): Promise<{ move: HistoryMove; key: CursorPart[] }[]> {
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
    .select(['move.evidence', 'move.reason', 'move.withdrawn_at', VALUE.as('to_id'), FROM.as('from_id')])
    .select(order.key.as('key'))
    .orderBy(order.by)
    .limit(limit)
  const rows = await tx.rows(after ? page.where(after) : page)
  const [names, actors] = await Promise.all([
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
  return rows.map(({ key, ...row }) => ({
    key,
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
}

export async function countMoves(tx: Transaction, filter: HistoryFilter): Promise<number> {
  const counted = filtered(query.selectFrom('business_move as move'), filter)
  const row = await tx.find(counted.select(sql<number>`count(*)::int`.as('total')))
  return row?.total ?? 0
}

function filtered<Q extends { where(condition: ReturnType<typeof sql<boolean>>): Q }>(
  statement: Q,
  { businessId, attribute }: HistoryFilter,
): Q {
  const ofOne = statement.where(sql<boolean>`move.business_id = ${businessId}`)
  return attribute ? ofOne.where(sql<boolean>`move.attribute = ${attribute}`) : ofOne
}

async function namesOfValues(tx: Transaction, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const rows = await tx.prepared<{ id: string; name: string }>(
    `select id, name from entity where id = any ($1) union all select id, name from category where id = any ($1)
     union all select id, display_name from person where id = any ($1)`,
    [[...new Set(ids.filter((id) => id !== null))]],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
