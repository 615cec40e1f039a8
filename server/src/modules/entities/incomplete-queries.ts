import { sql } from 'kysely'
import { idFrom, type Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { percentOf } from './percent.ts'

/** What is missing of each, whatever part of it is known. */
const INCOMPLETE = `
  select entity.id, entity.name, 100000000 - coalesce(sum(voting_millionths), 0)::bigint as voting,
    100000000 - coalesce(sum(economic_millionths), 0)::bigint as economic
  from entity left join stake on stake.entity_id = entity.id and stake.withdrawn_at is null
    and $1::date between stake.from_on and coalesce(stake.until_on, '2199-12-31')
  where entity.status <> 'dissolved'
  group by entity.id
  having coalesce(sum(voting_millionths), 0) < 100000000 or coalesce(sum(economic_millionths), 0) < 100000000`

export async function pageOfIncomplete(
  tx: Transaction,
  on: string,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<{ id: Id<'entity'>; name: string; votingPercent: string; economicPercent: string }[]> {
  const rows = await tx.prepared<{ id: string; name: string; voting: bigint; economic: bigint }>(
    `select * from (${INCOMPLETE}) incomplete
     where $2::text is null or (name collate "und-x-icu", id) > ($2, $3)
     order by name collate "und-x-icu", id limit $4`,
    [on, after?.[0] ?? null, after?.[1] ?? null, limit],
  )
  return rows.map(({ id, name, voting, economic }) => ({
    id: idFrom('entity', id),
    name,
    votingPercent: percentOf(voting),
    economicPercent: percentOf(economic),
  }))
}

export async function countIncomplete(tx: Transaction, on: string): Promise<number> {
  const counted = `select count(*)::int as total from (${INCOMPLETE}) incomplete`
  const [row] = await tx.prepared<{ total: number }>(counted, [on])
  return row?.total ?? 0
}

/** Of those of which something is recorded today, what is missing; in millionths of a percent. */
export const PARTLY_OWNED = sql`
  select entity.id as subject_id, null as other_id, null as business_id, entity.id as entity_id,
    max(stake.recorded_at) as since, jsonb_build_object('name', entity.name,
      'voting', 100000000 - sum(voting_millionths), 'economic', 100000000 - sum(economic_millionths)) as facts
  from entity join stake on stake.entity_id = entity.id and stake.withdrawn_at is null
    and (now() at time zone 'UTC')::date between stake.from_on and coalesce(stake.until_on, '2199-12-31')
  where entity.status <> 'dissolved'
  group by entity.id
  having sum(voting_millionths) < 100000000 or sum(economic_millionths) < 100000000`
