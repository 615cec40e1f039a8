import { idFrom, type Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import type { Sent } from './send-signed.ts'
import type { Delivery } from './schema.ts'

export interface NewDelivery {
  id: Id<'webhook_delivery'>
  endpoint_id: Id<'webhook_endpoint'>
  message_id: string
  type: string
  body: string
  run_id: Id<'run'>
}

export async function insertDeliveries(
  tx: Transaction,
  studioId: Id<'studio'>,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  await tx.prepared(
    `insert into webhook_delivery (id, studio_id, endpoint_id, message_id, type, body, run_id)
     select id, $1, endpoint_id, message_id, type, body, run_id from jsonb_to_recordset($2::jsonb)
       as given (id text, endpoint_id text, message_id text, type text, body text, run_id text)`,
    [studioId, JSON.stringify(deliveries)],
  )
}

/** What a run works on, as long as it is the run of its last round. */
export interface OpenDelivery {
  endpoint_id: Id<'webhook_endpoint'>
  message_id: string
  body: string
  tries: number
  next_try_at: string | null
}

export async function findOpenDelivery(
  tx: Transaction,
  id: Id<'webhook_delivery'>,
  round: number,
): Promise<OpenDelivery | undefined> {
  return tx.find(
    query
      .selectFrom('webhook_delivery')
      .select(['endpoint_id', 'message_id', 'body', 'tries', 'next_try_at'])
      .where('id', '=', id)
      .where('round', '=', round)
      .where('status', '=', 'waiting'),
  )
}

/** Whether its endpoint takes deliveries at this moment. */
export async function isEndpointOpen(tx: Transaction, id: Id<'webhook_delivery'>): Promise<boolean> {
  const [row] = await tx.prepared<{ is_open: boolean }>(
    `select disabled_why is null and archived_at is null as is_open
     from webhook_delivery join webhook_endpoint on webhook_endpoint.id = webhook_delivery.endpoint_id
     where webhook_delivery.id = $1`,
    [id],
  )
  return row?.is_open ?? false
}

/** Written down once per try; false where the delivery was taken up again by hand meanwhile. */
export async function settleTry(
  tx: Transaction,
  given: {
    studioId: Id<'studio'>
    id: Id<'webhook_delivery'>
    round: number
    number: number
    sent: Sent
    status: Delivery['status']
    inMs: number | null
  },
): Promise<{ endpointId: Id<'webhook_endpoint'>; roundBeganAt: string } | undefined> {
  const { studioId, id, round, number, sent, status, inMs } = given
  await tx.prepared(
    `insert into webhook_try (studio_id, delivery_id, round, number, sent_at, duration_ms, status, reason, answer)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [studioId, id, round, number, sent.sentAt, sent.durationMs, sent.status, sent.reason, sent.answer],
  )
  const [row] = await tx.prepared<{ endpoint_id: string; round_began_at: string }>(
    `update webhook_delivery set status = $3, tries = $4, settled_at = case when $3 = 'waiting' then null else now() end,
       next_try_at = case when $5::float8 is null then null else now() + $5 * interval '1 millisecond' end
     where id = $1 and round = $2 and status = 'waiting' returning endpoint_id, round_began_at`,
    [id, round, status, number, inMs],
  )
  return row && { endpointId: idFrom('webhook_endpoint', row.endpoint_id), roundBeganAt: row.round_began_at }
}

export async function setSucceeded(tx: Transaction, endpointId: Id<'webhook_endpoint'>): Promise<void> {
  await tx.prepared('update webhook_endpoint set succeeded_at = now(), failing_since = null where id = $1', [
    endpointId,
  ])
}

export async function setFailing(tx: Transaction, endpointId: Id<'webhook_endpoint'>): Promise<void> {
  await tx.prepared(
    'update webhook_endpoint set failing_since = now() where id = $1 and failing_since is null',
    [endpointId],
  )
}

/**
 * Disables it, and answers its address where that changed something; null where it is a person's own, which nobody else sees. `unlessSince`: not where anything succeeded from that
 * instant on.
 */
export async function disableEndpoint(
  tx: Transaction,
  endpointId: Id<'webhook_endpoint'>,
  { why, unlessSince }: { why: 'failing' | 'gone'; unlessSince: string | null },
): Promise<string | null | undefined> {
  const [row] = await tx.prepared<{ url: string | null }>(
    `update webhook_endpoint set disabled_why = $2, disabled_at = now(), revision = revision + 1
     where id = $1 and disabled_why is null and archived_at is null
       and ($3::timestamptz is null or succeeded_at is null or succeeded_at < $3)
     returning case when person_id is null then url end as url`,
    [endpointId, why, unlessSince],
  )
  return row?.url
}

/** A new round, with a run of its own: whichever ran for an earlier one stops at its next step. */
export async function beginRound(
  tx: Transaction,
  id: Id<'webhook_delivery'>,
  runId: Id<'run'>,
): Promise<void> {
  await tx.prepared(
    `update webhook_delivery set status = 'waiting', round = round + 1, round_began_at = now(), tries = 0, run_id = $2,
       next_try_at = null, settled_at = null where id = $1`,
    [id, runId],
  )
}

export async function findRoundForChange(
  tx: Transaction,
  id: Id<'webhook_delivery'>,
): Promise<{ endpoint_id: Id<'webhook_endpoint'>; type: string; round: number } | undefined> {
  return tx.find(
    query
      .selectFrom('webhook_delivery')
      .select(['endpoint_id', 'type', 'round'])
      .where('id', '=', id)
      .forUpdate(),
  )
}

/** Those that failed for good and were made since then, the oldest first. */
export async function findFailedSince(
  tx: Transaction,
  endpointId: Id<'webhook_endpoint'>,
  { since, until, limit }: { since: string; until: string; limit: number },
): Promise<Id<'webhook_delivery'>[]> {
  const rows = await tx.rows(
    query
      .selectFrom('webhook_delivery')
      .select('id')
      .where('endpoint_id', '=', endpointId)
      .where('status', '=', 'failed')
      .where('created_at', '>=', since)
      .where('settled_at', '<=', until)
      .orderBy('id')
      .limit(limit),
  )
  return rows.map(({ id }) => id)
}

/** Oldest first, with their tries and the runs that delivered them. Answers how many. */
export async function deleteSettledBefore(tx: Transaction, days: number, limit: number): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>(
    `with old as (
       select id from webhook_delivery where settled_at < now() - $1 * interval '1 day' order by settled_at limit $2),
     cut as (delete from webhook_delivery using old where webhook_delivery.id = old.id returning webhook_delivery.id),
     runs as (delete from run where program = 'webhooks.deliver' and status in ('done', 'failed', 'cancelled')
       and run.input ->> 'deliveryId' in (select id from old))
     select count(*)::int as count from cut`,
    [days, limit],
  )
  return row?.count ?? 0
}
