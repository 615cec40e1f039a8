import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import type { Delivery } from './schema.ts'

export interface DeliveryFilter {
  endpointId?: Id<'webhook_endpoint'> | undefined
  status?: Delivery['status'] | undefined
  type?: string | undefined
}

/** Beyond this nobody counts: the page says "more than". */
const COUNTED_MAX = 10_001

export async function pageOfDeliveries(
  tx: Transaction,
  filter: DeliveryFilter,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<Delivery[]> {
  let statement = deliveries().where(narrowed(filter)).orderBy('webhook_delivery.id', 'desc').limit(limit)
  if (after) statement = statement.where(sql<boolean>`webhook_delivery.id < ${after[0]}`)
  return (await tx.rows(statement)).map(shown)
}

export async function countDeliveries(tx: Transaction, filter: DeliveryFilter): Promise<number> {
  const counted = ofStudio().select('webhook_delivery.id').where(narrowed(filter)).limit(COUNTED_MAX)
  const row = await tx.find(
    query.selectFrom(counted.as('counted')).select(sql<number>`count(*)::int`.as('total')),
  )
  return row?.total ?? 0
}

export async function findDelivery(tx: Transaction, id: Id<'webhook_delivery'>) {
  const row = await tx.find(
    deliveries()
      .select(['webhook_delivery.body', 'webhook_endpoint.url'])
      .where('webhook_delivery.id', '=', id),
  )
  return row && { delivery: shown(row), body: row.body, url: row.url }
}

export async function latestTries(tx: Transaction, id: Id<'webhook_delivery'>, limit: number) {
  return tx.rows(
    query
      .selectFrom('webhook_try')
      .select([
        'round',
        'number',
        'sent_at as sentAt',
        'duration_ms as durationMs',
        'status',
        'reason',
        'answer',
      ])
      .where('delivery_id', '=', id)
      .orderBy('round', 'desc')
      .orderBy('number', 'desc')
      .limit(limit),
  )
}

/** Of the studio's own endpoints: a person's are theirs alone. */
function ofStudio() {
  return query
    .selectFrom('webhook_delivery')
    .innerJoin('webhook_endpoint', 'webhook_endpoint.id', 'webhook_delivery.endpoint_id')
    .where('webhook_endpoint.person_id', 'is', null)
}

function deliveries() {
  return ofStudio()
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('webhook_try')
          .select(['webhook_try.status as last_status', 'webhook_try.reason as last_reason'])
          .whereRef('webhook_try.delivery_id', '=', 'webhook_delivery.id')
          .orderBy('webhook_try.round', 'desc')
          .orderBy('webhook_try.number', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select([
      'webhook_delivery.id',
      'webhook_delivery.endpoint_id',
      'webhook_delivery.type',
      'webhook_delivery.message_id',
      'webhook_delivery.status',
      'webhook_delivery.tries',
      'webhook_delivery.next_try_at',
      'webhook_delivery.created_at',
      'webhook_delivery.settled_at',
      'webhook_delivery.run_id',
      'last.last_status',
      'last.last_reason',
    ])
}

function narrowed({ endpointId, status, type }: DeliveryFilter) {
  const at = endpointId === undefined ? sql`true` : sql`webhook_delivery.endpoint_id = ${endpointId}`
  const is = status === undefined ? sql`true` : sql`webhook_delivery.status = ${status}`
  const of = type === undefined ? sql`true` : sql`webhook_delivery.type = ${type}`
  return sql<boolean>`${at} and ${is} and ${of}`
}

function shown(row: {
  id: Id<'webhook_delivery'>
  endpoint_id: Id<'webhook_endpoint'>
  type: string
  message_id: string
  status: Delivery['status']
  tries: number
  next_try_at: string | null
  created_at: string
  settled_at: string | null
  run_id: Id<'run'>
  last_status: number | null
  last_reason: string | null
}): Delivery {
  return {
    id: row.id,
    endpointId: row.endpoint_id,
    type: row.type,
    messageId: row.message_id,
    status: row.status,
    tries: row.tries,
    lastStatus: row.last_status,
    lastReason: row.last_reason,
    nextTryAt: row.next_try_at,
    createdAt: row.created_at,
    settledAt: row.settled_at,
    runId: row.run_id,
  }
}
