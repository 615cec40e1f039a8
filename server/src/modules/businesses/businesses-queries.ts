import { daysBetween, today } from '#kernel/periods.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { CursorPart } from '#server/catalogue/listing.ts'
import { declareSorts, type Order } from '#server/catalogue/sorting.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { containing } from '#server/database/like-pattern.ts'
import { Stage } from './business-states.ts'
import { insertMoves, type MoveRow } from './moves-queries.ts'
import { archivedOn, businessesOn, countedOn, existedOn, type AsOf } from './as-of-queries.ts'
import type { Business, ListedBusiness } from './schema.ts'
import type { ExceptionRule } from '#server/modules/exceptions/index.ts'
import { bandOf, healthOf, scoreOf, type BandFilter } from '#server/modules/health/index.ts'
import { movedConditions, type MovedFilter } from './moved-queries.ts'
import { isStalledOn } from './stage-clock-queries.ts'
import { isOfStanding } from './standing-queries.ts'
import type { Standing } from './standing.ts'

export interface NewBusiness {
  id: Id<'business'>
  studio_id: Id<'studio'>
  entity_id: Id<'entity'>
  category_id: Id<'category'> | null
  owner_id: Id<'person'> | null
  name: string
  stage: Stage
  stage_since: string
  description: string
  links: string[]
  tags: string[]
}

export interface BusinessFilter extends MovedFilter {
  ids?: Id<'business'>[] | undefined
  search?: string | undefined
  stage?: Stage | undefined
  entityId?: Id<'entity'> | undefined
  categoryId?: Id<'category'> | undefined
  runId?: Id<'run'> | undefined
  hasCategory?: boolean | undefined
  ownerId?: Id<'person'> | undefined
  hasOwner?: boolean | undefined
  tag?: string | undefined
  hasTags?: boolean | undefined
  asOf?: AsOf | undefined
  isStalled?: boolean | undefined
  health?: BandFilter | undefined
  standing?: Standing | undefined
  /** Of whose findings the caller may know. */
  healthRules: readonly ExceptionRule[]
  /** Undefined finds both what is at work and what was archived. */
  isArchived: boolean | undefined
}

/**
 * One statement for any number of businesses and their first moves: rows travel as JSON, so the text is the same and is
 * prepared once.
 * Returns when each was created, by id.
 */
export async function insertBusinesses(
  tx: Transaction,
  { rows, moves }: { rows: NewBusiness[]; moves: MoveRow[] },
): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map()
  const created = await tx.prepared<{ id: string; created_at: string }>(
    `with moved as (${insertMoves('$2')})
     insert into business (id, studio_id, entity_id, category_id, owner_id, name, stage, stage_since, description, links, tags)
     select id, studio_id, entity_id, category_id, owner_id, name, stage, stage_since, description, links, tags
     from jsonb_to_recordset($1::jsonb) as given (id text, studio_id text, entity_id text, category_id text,
       owner_id text, name text, stage text, stage_since date, description text, links text[], tags text[])
     returning id, created_at`,
    [JSON.stringify(rows), JSON.stringify(moves)],
  )
  return new Map(created.map(({ id, created_at }) => [id, created_at]))
}

export async function namesOfCategories(
  tx: Transaction,
  ids: Id<'category'>[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.prepared<{ id: string; name: string }>(
    'select id, name from category where id = any ($1)',
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Rows as `businessOf` reads them. */
export function businesses(asOf?: AsOf) {
  return query
    .selectFrom(businessesOn(asOf))
    .innerJoin('entity', 'entity.id', 'business.entity_id')
    .leftJoin('category', 'category.id', 'business.category_id')
    .leftJoin('person as owner', 'owner.id', 'business.owner_id')
    .select([
      'business.id',
      'business.name',
      'business.stage',
      'business.entity_id',
      'entity.name as entity_name',
      'business.category_id',
      'category.name as category_name',
      'business.owner_id',
      'owner.display_name as owner_name',
      'business.stage_since',
      'business.description',
      'business.links',
      'business.tags',
      'business.revision',
      'business.created_at',
      'business.updated_at',
      'business.archived_at',
    ])
}

export async function findBusiness(
  tx: Transaction,
  id: Id<'business'>,
  healthRules: readonly ExceptionRule[],
): Promise<ListedBusiness | undefined> {
  const row = await tx.find(
    businesses().select(scoreOf(healthRules).as('score')).where('business.id', '=', id),
  )
  return row && { ...businessOf(row), health: healthOf(row.score) }
}

const NAME = { by: sql`business.name collate "und-x-icu"`, type: 'text' } as const
/** In the order of a life, not of the alphabet. */
export const STAGE_PLACE = sql`array_position(${sql.lit(`{${Stage.options.join()}}`)}::text[], business.stage)`
/** To the microsecond that PostgreSQL keeps; the API tells milliseconds, and two changes can share one. */
const microseconds = (instant: RawBuilder<unknown>) =>
  ({ by: sql`(extract(epoch from ${instant}) * 1000000)::bigint`, type: 'bigint' }) as const

/** What the list of businesses can be sorted by. */
export const BUSINESS_SORTS = declareSorts(
  {
    name: [NAME],
    stage: [{ by: STAGE_PLACE, type: 'bigint' }, NAME],
    entity: [{ by: sql`entity.name collate "und-x-icu"`, type: 'text' }, NAME],
    category: [{ by: sql`category.name collate "und-x-icu"`, type: 'text', isNullable: true }, NAME],
    owner: [{ by: sql`owner.display_name collate "und-x-icu"`, type: 'text', isNullable: true }, NAME],
    'in-stage': [{ by: sql`(business.stage_since - date '2000-01-01')::bigint`, type: 'bigint' }, NAME],
    updated: [microseconds(sql`business.updated_at`)],
    created: [microseconds(sql`business.created_at`)],
  },
  { id: sql`business.id`, byDefault: 'name' },
)

/** Those that were not so already, with when each was archived before; locked in the order of their ids. */
export async function setManyArchivedRows(
  tx: Transaction,
  ids: Id<'business'>[],
  archivedAt: string | null,
): Promise<{ id: Id<'business'>; was: string | null }[]> {
  return tx.prepared(
    `with found as (
       select id, archived_at from business
       where id = any ($1) and (archived_at is null) <> ($2::timestamptz is null)
       order by id for update)
     update business set archived_at = $2, revision = revision + 1, updated_at = now()
     from found where business.id = found.id returning business.id, found.archived_at as was`,
    [ids, archivedAt],
  )
}

export async function pageOfBusinesses(
  tx: Transaction,
  filter: BusinessFilter,
  { order, cursor, limit }: { order: Order; cursor: string | undefined; limit: number },
): Promise<{ business: ListedBusiness; key: CursorPart[] }[]> {
  const after = order.after(cursor)
  const statement = filtered(businesses(filter.asOf), filter)
    .select([order.key.as('key'), healthScore(filter).as('score')])
    .orderBy(order.by)
    .limit(limit)
  const rows = await tx.rows(after ? statement.where(after) : statement)
  return rows.map(({ key, score, ...row }) => ({
    business: { ...businessOf(row, countedOn(filter.asOf)), health: healthOf(score) },
    key,
  }))
}

/** Nobody knows how well a business was. */
export function healthScore({ asOf, healthRules }: BusinessFilter): RawBuilder<number | null> {
  return asOf ? sql<number | null>`null::int` : scoreOf(healthRules)
}

export async function countBusinesses(tx: Transaction, filter: BusinessFilter): Promise<number> {
  const counted = query.selectFrom(businessesOn(filter.asOf)).select(sql<number>`count(*)::int`.as('total'))
  const row = await tx.find(filtered(counted, filter))
  return row?.total ?? 0
}

/** The statement, narrowed; it selects from `business`. */
export function filtered<Q extends { where(condition: ReturnType<typeof sql<boolean>>): Q }>(
  statement: Q,
  filter: BusinessFilter,
): Q {
  const { ids, search, stage, entityId, categoryId, hasCategory, tag, hasTags, runId, isArchived } = filter
  const { ownerId, hasOwner, asOf, isStalled, health, standing } = filter
  const conditions = movedConditions(filter, countedOn(asOf))
  if (standing) conditions.push(isOfStanding(standing))
  if (ids) conditions.push(sql<boolean>`business.id = any (${ids})`)
  const wasArchived = asOf ? archivedOn(asOf) : sql<boolean>`business.archived_at is not null`
  if (isArchived === true) conditions.push(wasArchived)
  if (isArchived === false) conditions.push(sql<boolean>`not ${wasArchived}`)
  if (isStalled === true) conditions.push(isStalledOn(countedOn(asOf)))
  if (isStalled === false) conditions.push(sql<boolean>`not ${isStalledOn(countedOn(asOf))}`)
  if (health === 'unknown') conditions.push(sql<boolean>`${healthScore(filter)} is null`)
  else if (health) conditions.push(sql<boolean>`${bandOf(healthScore(filter))} = ${health}`)
  if (asOf) conditions.push(existedOn(asOf))
  if (stage) conditions.push(sql<boolean>`business.stage = ${stage}`)
  if (entityId) conditions.push(sql<boolean>`business.entity_id = ${entityId}`)
  if (categoryId) conditions.push(sql<boolean>`business.category_id = ${categoryId}`)
  if (runId) {
    const created = sql`select subject_id from event where run_id = ${runId} and type = 'businesses.business-created'`
    conditions.push(sql<boolean>`business.id in (${created})`)
  }
  if (hasCategory === true) conditions.push(sql<boolean>`business.category_id is not null`)
  if (hasCategory === false) conditions.push(sql<boolean>`business.category_id is null`)
  if (ownerId) conditions.push(sql<boolean>`business.owner_id = ${ownerId}`)
  if (hasOwner === true) conditions.push(sql<boolean>`business.owner_id is not null`)
  if (hasOwner === false) conditions.push(sql<boolean>`business.owner_id is null`)
  if (tag !== undefined) conditions.push(sql<boolean>`${tag} = any (business.tags)`)
  if (hasTags === true) conditions.push(sql<boolean>`business.tags <> '{}'`)
  if (hasTags === false) conditions.push(sql<boolean>`business.tags = '{}'`)
  if (search) {
    const pattern = containing(search)
    conditions.push(
      sql<boolean>`(business.name ilike ${pattern} or business.description ilike ${pattern} or business.id = ${search})`,
    )
  }
  return conditions.reduce((narrowed, condition) => narrowed.where(condition), statement)
}

interface BusinessRow {
  id: Id<'business'>
  name: string
  stage: Stage
  entity_id: Id<'entity'>
  entity_name: string
  category_id: Id<'category'> | null
  category_name: string | null
  owner_id: Id<'person'> | null
  owner_name: string | null
  stage_since: string
  description: string
  links: string[]
  tags: string[]
  revision: number
  created_at: string
  updated_at: string
  archived_at: string | null
}

export function businessOf(row: BusinessRow, on = today()): Business {
  const { id, name, stage, description, links, tags, revision } = row
  return {
    id,
    name,
    stage,
    entity: { id: row.entity_id, name: row.entity_name },
    category: row.category_id === null ? null : { id: row.category_id, name: row.category_name ?? '' },
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
    stageSince: row.stage_since,
    daysInStage: daysBetween({ from: row.stage_since, to: on }),
    description,
    links,
    tags,
    revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    archivedAt: row.archived_at,
  }
}
