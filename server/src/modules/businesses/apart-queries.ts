import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

export interface Pair {
  low: Id<'business'>
  high: Id<'business'>
}

/** False where they are marked already. */
export async function insertApart(
  tx: Transaction,
  { low, high }: Pair,
  given: { studioId: Id<'studio'>; reason: string; markedBy: string },
): Promise<boolean> {
  const rows = await tx.prepared(
    `insert into business_apart (studio_id, low_id, high_id, reason, marked_by)
     values ($1, $2, $3, $4, $5) on conflict do nothing returning low_id`,
    [given.studioId, low, high, given.reason, given.markedBy],
  )
  return rows.length === 1
}

/** What was said when they were marked; undefined where they were not. */
export async function deleteApart(tx: Transaction, { low, high }: Pair): Promise<string | undefined> {
  const [row] = await tx.prepared<{ reason: string }>(
    'delete from business_apart where low_id = $1 and high_id = $2 returning reason',
    [low, high],
  )
  return row?.reason
}

export interface ApartRow {
  low_id: Id<'business'>
  low_name: string
  high_id: Id<'business'>
  high_name: string
  reason: string
}

/** Ordered by the two ids; `businessId` finds the pairs that it is in. */
export async function pageOfApart(
  tx: Transaction,
  given: { businessId: Id<'business'> | undefined; after: string[] | undefined; limit: number },
): Promise<ApartRow[]> {
  const { businessId = null, after, limit } = given
  return tx.prepared(
    `select low_id, low.name as low_name, high_id, high.name as high_name, reason
     from business_apart join business as low on low.id = low_id join business as high on high.id = high_id
     where ($1::text is null or $1 in (low_id, high_id)) and ($2::text is null or (low_id, high_id) > ($2, $3))
     order by low_id, high_id limit $4`,
    [businessId, after?.[0] ?? null, after?.[1] ?? null, limit],
  )
}

export async function countApart(tx: Transaction, businessId: Id<'business'> | undefined): Promise<number> {
  const [row] = await tx.prepared<{ total: number }>(
    'select count(*)::int as total from business_apart where $1::text is null or $1 in (low_id, high_id)',
    [businessId ?? null],
  )
  return row?.total ?? 0
}
