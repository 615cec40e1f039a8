import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'

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

/** Those that were not there yet; of names that differ in their case alone, the first. */
export async function insertCategories(
  tx: Transaction,
  categories: { id: Id<'category'>; studio_id: Id<'studio'>; name: string }[],
): Promise<{ id: Id<'category'>; name: string }[]> {
  if (categories.length === 0) return []
  return tx.prepared(
    `insert into category (id, studio_id, name)
     select id, studio_id, name from jsonb_to_recordset($1::jsonb) as given (id text, studio_id text, name text)
     on conflict do nothing returning id, name`,
    [JSON.stringify(categories)],
  )
}

/** Those that the caller sees, by the name as it was given; upper and lower case are one, as in the unique index. */
export async function categoriesNamed(
  tx: Transaction,
  names: readonly string[],
): Promise<Map<string, { id: Id<'category'>; name: string }>> {
  if (names.length === 0) return new Map()
  const rows = await tx.prepared<{ given: string; id: Id<'category'>; name: string }>(
    `select given, category.id, category.name from unnest($1::text[]) as given
     join category on lower(category.name) = lower(given)`,
    [names],
  )
  return new Map(rows.map(({ given, id, name }) => [given, { id, name }]))
}

export async function pageOfCategories(
  tx: Transaction,
  { ids, after, limit }: { ids: string[] | undefined; after: string[] | undefined; limit: number },
) {
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

export async function countCategories(tx: Transaction, ids: string[] | undefined): Promise<number> {
  let statement = query.selectFrom('category').select(sql<number>`count(*)::int`.as('total'))
  if (ids) statement = statement.where(sql<boolean>`id = any (${ids})`)
  const row = await tx.find(statement)
  return row?.total ?? 0
}
