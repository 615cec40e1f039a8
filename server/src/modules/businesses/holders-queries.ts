import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

const HOLDERS = `select given.business_id as "businessId", given.on_day as "onDay",
    coalesce(
      (select entity_id from business_move as move where move.business_id = given.business_id and attribute = 'entity'
        and withdrawn_at is null and effective_on <= given.on_day order by effective_on desc, place desc limit 1),
      (select entity_id from business_move as move where move.business_id = given.business_id and attribute = 'entity'
        and withdrawn_at is null order by effective_on, place limit 1)) as "entityId"
  from unnest($1::text[], $2::date[]) as given (business_id, on_day)
  join business on business.id = given.business_id`

/** Which entity held each business on its day; before its first day here, the one that it began in. Only what the caller sees. */
export async function holdersOnDays(
  tx: Transaction,
  asked: readonly { businessId: Id<'business'>; onDay: string }[],
): Promise<{ businessId: Id<'business'>; onDay: string; entityId: Id<'entity'> }[]> {
  if (asked.length === 0) return []
  return tx.prepared(HOLDERS, [asked.map(({ businessId }) => businessId), asked.map(({ onDay }) => onDay)])
}
