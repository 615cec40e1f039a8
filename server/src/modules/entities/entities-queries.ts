import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'

export interface NewEntity {
  id: Id<'entity'>
  studio_id: Id<'studio'>
  name: string
  kind: string
  jurisdiction: string
}

/** False where the name is taken. */
export async function insertEntity(tx: Transaction, entity: NewEntity): Promise<boolean> {
  const rows = await tx.rows(
    query
      .insertInto('entity')
      .values(entity)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  )
  return rows.length === 1
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

export interface IdPage {
  ids: string[] | undefined
  after: string[] | undefined
  limit: number
}

export async function pageOfEntities(tx: Transaction, { ids, after, limit }: IdPage) {
  let statement = query
    .selectFrom('entity')
    .select(['id', 'name', 'kind', 'jurisdiction'])
    .orderBy(sql`name collate "und-x-icu"`)
    .orderBy('id')
    .limit(limit)
  if (ids) statement = statement.where(sql<boolean>`id = any (${ids})`)
  if (after)
    statement = statement.where(sql<boolean>`(name collate "und-x-icu", id) > (${after[0]}, ${after[1]})`)
  return tx.rows(statement)
}

export async function countEntities(tx: Transaction, ids: string[] | undefined): Promise<number> {
  let statement = query.selectFrom('entity').select(sql<number>`count(*)::int`.as('total'))
  if (ids) statement = statement.where(sql<boolean>`id = any (${ids})`)
  const row = await tx.find(statement)
  return row?.total ?? 0
}
