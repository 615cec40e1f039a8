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

/** False where the name is taken. */
export async function insertCategory(
  tx: Transaction,
  category: { id: Id<'category'>; studio_id: Id<'studio'>; name: string },
): Promise<boolean> {
  const rows = await tx.rows(
    query
      .insertInto('category')
      .values(category)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  )
  return rows.length === 1
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

export async function pageOfCategories(tx: Transaction, { ids, after, limit }: IdPage) {
  let statement = query
    .selectFrom('category')
    .select(['id', 'name'])
    .orderBy(sql`name collate "und-x-icu"`)
    .orderBy('id')
    .limit(limit)
  if (ids) statement = statement.where(sql<boolean>`id = any (${ids})`)
  if (after)
    statement = statement.where(sql<boolean>`(name collate "und-x-icu", id) > (${after[0]}, ${after[1]})`)
  return tx.rows(statement)
}

export async function countRows(
  tx: Transaction,
  table: 'entity' | 'category',
  ids: string[] | undefined,
): Promise<number> {
  let statement = query.selectFrom(table).select(sql<number>`count(*)::int`.as('total'))
  if (ids) statement = statement.where(sql<boolean>`id = any (${ids})`)
  const row = await tx.find(statement)
  return row?.total ?? 0
}
