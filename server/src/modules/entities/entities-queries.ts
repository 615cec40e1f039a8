import { sql } from 'kysely'
import { DatabaseError } from 'pg'
import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { containing } from '#server/database/like-pattern.ts'
import { EntityStatus } from './entity-states.ts'
import { currencyInUse } from './problems.ts'
import type { Entity, Identifying } from './schema.ts'

/** One writer of entities and of who owns them at a time: what is refused depends on rows of others. */
export async function lockEntities(tx: Transaction, studioId: Id<'studio'>): Promise<void> {
  await tx.prepared('select lock_ownership($1)', [studioId])
}

type Fields = Omit<Entity, 'id' | 'status' | 'revision' | 'createdAt' | 'updatedAt'>

export async function insertEntity(
  tx: Transaction,
  { id, studioId, ...fields }: Fields & { id: Id<'entity'>; studioId: Id<'studio'> },
): Promise<Entity> {
  const insert = query.insertInto('entity').values({ id, studio_id: studioId, ...columnsOf(fields) })
  return entityOf(present(await tx.find(insert.returning(COLUMNS)), 'the entity that was inserted'))
}

/** Throws `entities.currency-in-use`: the currency of an entity is that of its book, which refers to both. */
export async function updateEntityRow(
  tx: Transaction,
  { id, fields, status, statusBefore }: Changed,
): Promise<Entity> {
  const update = query
    .updateTable('entity')
    .set({
      ...columnsOf(fields),
      status,
      status_before: statusBefore,
      revision: sql<number>`revision + 1`,
      updated_at: sql<string>`now()`,
    })
    .where('id', '=', id)
  try {
    return entityOf(present(await tx.find(update.returning(COLUMNS)), 'the entity that was locked'))
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'book_currency')
      throw currencyInUse(fields.name)
    throw error
  }
}

interface Changed {
  id: Id<'entity'>
  fields: Fields
  status: EntityStatus
  statusBefore: EntityStatus | null
}

export async function findEntity(tx: Transaction, id: Id<'entity'>): Promise<Entity | undefined> {
  const row = await tx.find(query.selectFrom('entity').select(COLUMNS).where('id', '=', id))
  return row && entityOf(row)
}

/** As it stands, with the status before; nobody else changes it until the transaction ends. */
export async function entityForChange(tx: Transaction, id: Id<'entity'>) {
  const locked = query.selectFrom('entity').select([...COLUMNS, 'status_before'])
  const row = await tx.find(locked.where('id', '=', id).forUpdate())
  return row && { entity: entityOf(row), statusBefore: EntityStatus.nullable().parse(row.status_before) }
}

/** Other entities with the name or with an identifier of this one. */
export async function entitiesAlike(
  tx: Transaction,
  id: Id<'entity'>,
  { name, jurisdiction, ein, lei, registrationNumber }: Identifying,
): Promise<{ name: string; ein: string | null; lei: string | null }[]> {
  return tx.prepared(
    `select name, ein, lei from entity where studio_id = (select current_studio()) and id <> $1
       and (lower(name) = lower($2) or ein = $3 or lei = $4
         or lower(jurisdiction) = lower($5) and lower(registration_number) = lower($6))
     order by lower(name) = lower($2) desc, id limit 4`,
    [id, name, ein, lei, jurisdiction, registrationNumber],
  )
}

export async function namesOfEntities(tx: Transaction, ids: Id<'entity'>[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.prepared<{ id: string; name: string }>(
    'select id, name from entity where id = any ($1)',
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Those that the caller sees, by the name as it was given; upper and lower case are one, as in the unique index. */
export async function entitiesNamed(
  tx: Transaction,
  names: readonly string[],
): Promise<Map<string, { id: Id<'entity'>; name: string }>> {
  if (names.length === 0) return new Map()
  const rows = await tx.prepared<{ given: string; id: Id<'entity'>; name: string }>(
    `select given, entity.id, entity.name from unnest($1::text[]) as given
     join entity on lower(entity.name) = lower(given)`,
    [names],
  )
  return new Map(rows.map(({ given, id, name }) => [given, { id, name }]))
}

/** As they stand, by their names; upper and lower case are one. */
export async function entitiesWithNames(tx: Transaction, names: readonly string[]): Promise<Entity[]> {
  const lower = names.map((name) => name.toLowerCase())
  const rows = await tx.rows(
    query
      .selectFrom('entity')
      .select(COLUMNS)
      .where(sql<boolean>`lower(name) = any (${lower})`),
  )
  return rows.map(entityOf)
}

/** What only one entity can have, of every entity of the studio. */
export async function allIdentifying(tx: Transaction): Promise<Identifying[]> {
  const rows = await tx.prepared<Identifying & { registration_number: string | null }>(
    'select name, jurisdiction, ein, lei, registration_number from entity order by id',
    [],
  )
  return rows.map(({ name, jurisdiction, ein, lei, registration_number: registrationNumber }) => ({
    name,
    jurisdiction,
    ein,
    lei,
    registrationNumber,
  }))
}

export interface EntityFilter {
  ids: string[] | undefined
  search: string | undefined
  status: EntityStatus | undefined
}

export async function pageOfEntities(
  tx: Transaction,
  filter: EntityFilter,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<Entity[]> {
  const page = query
    .selectFrom('entity')
    .select(COLUMNS)
    .orderBy(sql`name collate "und-x-icu"`)
    .orderBy('id')
    .limit(limit)
  const later = after && sql<boolean>`(name collate "und-x-icu", id) > (${after[0]}, ${after[1]})`
  const rows = await tx.rows(filtered(later ? page.where(later) : page, filter))
  return rows.map(entityOf)
}

export async function countEntities(tx: Transaction, filter: EntityFilter): Promise<number> {
  const counted = query.selectFrom('entity').select(sql<number>`count(*)::int`.as('total'))
  const row = await tx.find(filtered(counted, filter))
  return row?.total ?? 0
}

function filtered<Q extends { where(condition: ReturnType<typeof sql<boolean>>): Q }>(
  statement: Q,
  { ids, search, status }: EntityFilter,
): Q {
  const conditions = []
  if (ids) conditions.push(sql<boolean>`id = any (${ids})`)
  if (status) conditions.push(sql<boolean>`status = ${status}`)
  if (search) {
    const pattern = containing(search)
    conditions.push(
      sql<boolean>`(name ilike ${pattern} or registration_number ilike ${pattern} or ein = ${search}
        or lei = upper(${search}) or id = ${search})`,
    )
  }
  return conditions.reduce((narrowed, condition) => narrowed.where(condition), statement)
}

const COLUMNS = [
  'id',
  'name',
  'kind',
  'jurisdiction',
  'status',
  'ein',
  'lei',
  'registration_number',
  'registered_address',
  'postal_address',
  'functional_currency',
  'fiscal_year_end',
  'revision',
  'created_at',
  'updated_at',
] as const

function columnsOf(fields: Fields) {
  const { registrationNumber, registeredAddress, postalAddress, functionalCurrency, fiscalYearEnd, ...same } =
    fields
  return {
    ...same,
    registration_number: registrationNumber,
    registered_address: registeredAddress,
    postal_address: postalAddress,
    functional_currency: functionalCurrency,
    fiscal_year_end: fiscalYearEnd,
  }
}

interface EntityRow {
  id: Id<'entity'>
  name: string
  kind: string
  jurisdiction: string
  status: string
  ein: string | null
  lei: string | null
  registration_number: string | null
  registered_address: string | null
  postal_address: string | null
  functional_currency: string | null
  fiscal_year_end: string | null
  revision: number
  created_at: string
  updated_at: string
}

function entityOf(row: EntityRow): Entity {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    jurisdiction: row.jurisdiction,
    status: EntityStatus.parse(row.status),
    ein: row.ein,
    lei: row.lei,
    registrationNumber: row.registration_number,
    registeredAddress: row.registered_address,
    postalAddress: row.postal_address,
    functionalCurrency: row.functional_currency,
    fiscalYearEnd: row.fiscal_year_end,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
