import { sql } from 'kysely'
import { idFrom, newId, type Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { ensureCursor } from '#server/runs/outbox-queries.ts'
import type { Endpoint } from './schema.ts'

export interface NewEndpoint {
  id: Id<'webhook_endpoint'>
  studio_id: Id<'studio'>
  person_id: Id<'person'> | null
  url: string
  description: string
  event_types: string[]
  created_by: string
}

/** As our cursors are kept. */
export const FOLLOWER = 'webhooks'

/** With the first endpoint of a studio its events begin to be followed; one of a person follows none. */
export async function insertEndpoint(tx: Transaction, endpoint: NewEndpoint): Promise<void> {
  await tx.rows(query.insertInto('webhook_endpoint').values(endpoint))
  if (endpoint.person_id === null)
    await ensureCursor(tx, { studioId: endpoint.studio_id, follower: FOLLOWER }, 'now')
}

export async function findEndpoint(
  tx: Transaction,
  id: Id<'webhook_endpoint'>,
): Promise<Endpoint | undefined> {
  const row = await tx.find(ofStudio().where('id', '=', id))
  return row && shown(row)
}

/** Nobody else changes it before this transaction ends. */
export async function findEndpointForChange(
  tx: Transaction,
  id: Id<'webhook_endpoint'>,
): Promise<Endpoint | undefined> {
  const row = await tx.find(ofStudio().where('id', '=', id).forUpdate())
  return row && shown(row)
}

export interface EndpointFilter {
  ids?: readonly string[] | undefined
  isArchived?: boolean | undefined
}

export async function pageOfEndpoints(
  tx: Transaction,
  filter: EndpointFilter,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<Endpoint[]> {
  let statement = ofStudio().where(narrowed(filter)).orderBy('id', 'desc').limit(limit)
  if (after) statement = statement.where(sql<boolean>`id < ${after[0]}`)
  return (await tx.rows(statement)).map(shown)
}

export async function countEndpoints(tx: Transaction, filter: EndpointFilter): Promise<number> {
  const row = await tx.find(
    query
      .selectFrom('webhook_endpoint')
      .select(sql<number>`count(*)::int`.as('total'))
      .where('person_id', 'is', null)
      .where(narrowed(filter)),
  )
  return row?.total ?? 0
}

function narrowed({ ids, isArchived }: EndpointFilter) {
  const archived = isArchived === undefined ? sql`true` : sql`(archived_at is not null) = ${isArchived}`
  const named = ids === undefined ? sql`true` : sql`id = any (${ids})`
  return sql<boolean>`${archived} and ${named}`
}

function ofStudio() {
  return query.selectFrom('webhook_endpoint').selectAll().where('person_id', 'is', null)
}

function shown(row: {
  id: Id<'webhook_endpoint'>
  url: string
  description: string
  event_types: string[]
  disabled_why: Endpoint['disabledWhy']
  disabled_at: string | null
  failing_since: string | null
  succeeded_at: string | null
  revision: number
  created_at: string
  archived_at: string | null
}): Endpoint {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    eventTypes: row.event_types,
    isEnabled: row.disabled_why === null,
    disabledWhy: row.disabled_why,
    disabledAt: row.disabled_at,
    failingSince: row.failing_since,
    succeededAt: row.succeeded_at,
    revision: row.revision,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
  }
}

/** Enabled anew it follows from here on: what was committed meanwhile it is not told. */
export async function updateEndpoint(
  tx: Transaction,
  {
    id,
    url,
    description,
    eventTypes,
    isEnabled,
  }: Pick<Endpoint, 'id' | 'url' | 'description' | 'eventTypes' | 'isEnabled'>,
): Promise<void> {
  await tx.prepared(
    `update webhook_endpoint set url = $2, description = $3, event_types = $4, revision = revision + 1,
       follows_from = case when $5 and disabled_why is not null then pg_current_xact_id() else follows_from end,
       failing_since = case when $5 and disabled_why is null then failing_since end,
       disabled_why = case when not $5 then coalesce(disabled_why, 'by-hand') end,
       disabled_at = case when not $5 then coalesce(disabled_at, now()) end
     where id = $1`,
    [id, url, description, eventTypes, isEnabled],
  )
}

export async function setEndpointArchived(
  tx: Transaction,
  id: Id<'webhook_endpoint'>,
  isArchived: boolean,
): Promise<void> {
  await tx.prepared(
    `update webhook_endpoint set archived_at = case when $2 then now() end, revision = revision + 1,
       follows_from = case when $2 then follows_from else pg_current_xact_id() end where id = $1`,
    [id, isArchived],
  )
}

export async function insertSecret(
  tx: Transaction,
  given: { studioId: Id<'studio'>; endpointId: Id<'webhook_endpoint'>; sealed: string },
): Promise<void> {
  const id = newId('webhook_secret')
  await tx.rows(
    query
      .insertInto('webhook_secret')
      .values({ id, studio_id: given.studioId, endpoint_id: given.endpointId, sealed: given.sealed }),
  )
}

/** The one that was told last signs on for so long; 0 ends every one at once. What has ended already is forgotten. */
export async function endSecrets(
  tx: Transaction,
  endpointId: Id<'webhook_endpoint'>,
  hours: number,
): Promise<{ endsAt: string | null }> {
  await tx.prepared('delete from webhook_secret where endpoint_id = $1 and (ends_at <= now() or $2 = 0)', [
    endpointId,
    hours,
  ])
  const [row] = await tx.prepared<{ ends_at: string }>(
    `update webhook_secret set ends_at = now() + $2 * interval '1 hour' where endpoint_id = $1 and ends_at is null
     returning ends_at`,
    [endpointId, hours],
  )
  return { endsAt: row?.ends_at ?? null }
}

export async function countSecrets(tx: Transaction, endpointId: Id<'webhook_endpoint'>): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>(
    `select count(*)::int as count from webhook_secret where endpoint_id = $1 and (ends_at is null or ends_at > now())`,
    [endpointId],
  )
  return row?.count ?? 0
}

export interface Target {
  url: string
  isOpen: boolean
  /** Sealed, the newest first. */
  secrets: string[]
}

/** Where a delivery goes at this moment, of a studio's endpoint or of a person's. */
export async function findTarget(tx: Transaction, id: Id<'webhook_endpoint'>): Promise<Target | undefined> {
  const [row] = await tx.prepared<{ url: string; is_open: boolean; secrets: string[] }>(
    `select url, disabled_why is null and archived_at is null as is_open,
       array(select sealed from webhook_secret where endpoint_id = $1 and (ends_at is null or ends_at > now())
         order by id desc) as secrets
     from webhook_endpoint where id = $1`,
    [id],
  )
  return row && { url: row.url, isOpen: row.is_open, secrets: row.secrets }
}

/** The studios whose events somebody follows. */
export async function followedStudios(tx: Transaction): Promise<Id<'studio'>[]> {
  const rows = await tx.prepared<{ studio_id: string }>(
    `select distinct studio_id from webhook_endpoint
     where disabled_why is null and archived_at is null and person_id is null`,
    [],
  )
  return rows.map(({ studio_id: id }) => idFrom('studio', id))
}
