import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { containing } from '#server/database/like-pattern.ts'
import { Holder, type HolderKind } from './ownership-schema.ts'

/** Undefined where the name is taken. */
export async function insertHolder(
  tx: Transaction,
  holder: { id: Id<'holder'>; studio_id: Id<'studio'>; name: string; kind: HolderKind },
): Promise<Holder | undefined> {
  const insert = query.insertInto('holder').values(holder)
  const row = await tx.find(insert.onConflict((conflict) => conflict.doNothing()).returning(COLUMNS))
  return row && holderOf(row)
}

export interface HolderFilter {
  ids: string[] | undefined
  search: string | undefined
}

export async function pageOfHolders(
  tx: Transaction,
  filter: HolderFilter,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<Holder[]> {
  const page = query
    .selectFrom('holder')
    .select(COLUMNS)
    .orderBy(sql`name collate "und-x-icu"`)
    .orderBy('id')
    .limit(limit)
  const later = after && sql<boolean>`(name collate "und-x-icu", id) > (${after[0]}, ${after[1]})`
  const rows = await tx.rows(filtered(later ? page.where(later) : page, filter))
  return rows.map(holderOf)
}

export async function countHolders(tx: Transaction, filter: HolderFilter): Promise<number> {
  const counted = query.selectFrom('holder').select(sql<number>`count(*)::int`.as('total'))
  return (await tx.find(filtered(counted, filter)))?.total ?? 0
}

function filtered<Q extends { where(condition: ReturnType<typeof sql<boolean>>): Q }>(
  statement: Q,
  { ids, search }: HolderFilter,
): Q {
  let narrowed = statement
  if (ids) narrowed = narrowed.where(sql<boolean>`id = any (${ids})`)
  if (search) {
    const pattern = containing(search)
    narrowed = narrowed.where(sql<boolean>`(name ilike ${pattern} or id = ${search})`)
  }
  return narrowed
}

const COLUMNS = ['id', 'name', 'kind', 'created_at'] as const

function holderOf(row: { id: string; name: string; kind: string; created_at: string }): Holder {
  const { created_at: createdAt, ...rest } = row
  return Holder.parse({ ...rest, createdAt })
}
