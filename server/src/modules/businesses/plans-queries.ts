import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Plan } from './plans.ts'

export interface LimitRow {
  plan: Plan
  businesses_max: number
  at_work: number
}

/** Undefined where there is no limit. */
export async function findLimit(tx: Transaction): Promise<LimitRow | undefined> {
  const [row] = await tx.prepared<LimitRow & Record<string, unknown>>(
    'select plan, businesses_max, at_work from business_plan',
    [],
  )
  return row
}

/** The limit, held until the transaction ends: two who both see the last place would both take it. */
export async function lockLimit(tx: Transaction): Promise<LimitRow | undefined> {
  const [row] = await tx.prepared<LimitRow & Record<string, unknown>>(
    'select plan, businesses_max, at_work from business_plan for update',
    [],
  )
  return row
}

export async function countAtWork(tx: Transaction): Promise<number> {
  const [row] = await tx.prepared<{ total: number }>(
    'select count(*)::int as total from business where archived_at is null',
    [],
  )
  return row?.total ?? 0
}

/** Nobody creates, archives or restores until the transaction ends: what is counted now stays so. */
export async function holdBusinesses(tx: Transaction): Promise<void> {
  await tx.prepared('lock table business in share row exclusive mode', [])
}

export async function setLimit(
  tx: Transaction,
  given: { studioId: Id<'studio'>; plan: Plan; businessesMax: number; atWork: number },
): Promise<void> {
  await tx.prepared(
    `insert into business_plan (studio_id, plan, businesses_max, at_work) values ($1, $2, $3, $4)
     on conflict (studio_id) do update
       set plan = excluded.plan, businesses_max = excluded.businesses_max, at_work = excluded.at_work`,
    [given.studioId, given.plan, given.businessesMax, given.atWork],
  )
}

export async function endLimit(tx: Transaction): Promise<void> {
  await tx.prepared('delete from business_plan', [])
}

export async function countArchived(tx: Transaction, ids: readonly Id<'business'>[]): Promise<number> {
  const [row] = await tx.prepared<{ total: number }>(
    'select count(*)::int as total from business where id = any ($1) and archived_at is not null',
    [ids],
  )
  return row?.total ?? 0
}
