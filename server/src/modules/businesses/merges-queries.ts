import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Pair } from './apart-queries.ts'

/** Both rows, locked in the order of their ids, as every change of several locks them. */
export async function lockPair(
  tx: Transaction,
  { low, high }: Pair,
): Promise<Map<string, { name: string; isArchived: boolean }>> {
  const rows = await tx.prepared<{ id: string; name: string; is_archived: boolean }>(
    `select id, name, archived_at is not null as is_archived from business
     where id = any ($1) order by id for update`,
    [[low, high]],
  )
  return new Map(rows.map(({ id, name, is_archived }) => [id, { name, isArchived: is_archived }]))
}

export async function insertMerge(
  tx: Transaction,
  row: {
    studioId: Id<'studio'>
    businessId: Id<'business'>
    intoId: Id<'business'>
    reason: string
    mergedBy: string
  },
): Promise<void> {
  await tx.prepared(
    'insert into business_merge (studio_id, business_id, into_id, reason, merged_by) values ($1, $2, $3, $4, $5)',
    [row.studioId, row.businessId, row.intoId, row.reason, row.mergedBy],
  )
}

export interface MergeRow {
  business_id: Id<'business'>
  business_name: string
  into_id: Id<'business'>
  into_name: string | null
  reason: string
  merged_at: string
}

/** Those that stand, by the id of what was merged; `businessId` finds them from both sides. */
export async function pageOfMerges(
  tx: Transaction,
  given: { businessId: Id<'business'> | undefined; after: string[] | undefined; limit: number },
): Promise<MergeRow[]> {
  return tx.prepared<MergeRow & Record<string, unknown>>(
    `select business_id, business.name as business_name, into_id, stays.name as into_name, reason, merged_at
     from business_merge join business on business.id = business_id left join business as stays on stays.id = into_id
     where undone_at is null and ($1::text is null or $1 in (business_id, into_id))
       and ($2::text is null or business_id > $2)
     order by business_id limit $3`,
    [given.businessId ?? null, given.after?.[0] ?? null, given.limit],
  )
}

export async function countMerges(tx: Transaction, businessId: Id<'business'> | undefined): Promise<number> {
  const [row] = await tx.prepared<{ total: number }>(
    `select count(*)::int as total from business_merge
     where undone_at is null and ($1::text is null or $1 in (business_id, into_id))`,
    [businessId ?? null],
  )
  return row?.total ?? 0
}
