import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { Cadence } from '#kernel/periods.ts'
import { query, type Transaction } from '#server/database/database.ts'

export interface StaleRow {
  kpi_id: Id<'kpi'>
  business_id: Id<'business'>
  business_name: string
  /** The first day of the last period that has a value. */
  starts_on: string
  kpi_name: string
  cadence: Cadence
  grace_days: number
  /** The first day of the period that is due. */
  due_on: string
}

/** The first day of the last period whose value is due: that which ended more than the days of grace ago (`duePeriod`). */
export const DUE_ON = sql`(date_trunc(kpi.cadence, ((now() at time zone 'UTC')::date - kpi.grace_days)::timestamp)
  - case kpi.cadence when 'week' then interval '1 week' when 'month' then interval '1 month'
    else interval '3 months' end)::date`

/**
 * What had values once, and none for what is due by now or later. What never had one is unknown, and no reproach. Whoever
 * told something lately is left out first, along the index of periods: a look at each business's last value took half a
 * second of 10,000. They are gathered once (`materialized`): before the table had statistics, as in the minute after many
 * values came at once, the planner looked through them anew for each business, and 442 of them took six seconds.
 */
export function stale(kpiIds?: readonly Id<'kpi'>[]) {
  return sql<StaleRow>`(
    with due as materialized (
      select kpi.*, ${DUE_ON} as due_on from kpi
      where ${kpiIds ? sql`kpi.id = any (${kpiIds})` : sql`kpi.archived_at is null`}),
    told as materialized (
      select distinct kpi_value.kpi_id, kpi_value.business_id from due
      join kpi_value on kpi_value.studio_id = due.studio_id and kpi_value.kpi_id = due.id
        and kpi_value.starts_on >= due.due_on and kpi_value.withdrawn_at is null)
    select due.id as kpi_id, due.name as kpi_name, due.cadence, due.grace_days, due.due_on::text as due_on,
      business.id as business_id, business.name as business_name, last.starts_on
    from due cross join business
    join lateral (
      select kpi_value.starts_on, kpi_value.provenance from kpi_value
      where kpi_value.studio_id = business.studio_id and kpi_value.business_id = business.id
        and kpi_value.kpi_id = due.id and kpi_value.withdrawn_at is null
      order by kpi_value.starts_on desc, kpi_value.strength desc limit 1) as last on true
    where business.archived_at is null
      -- Books that have nothing of a month have told it: nothing was earned or spent.
      and not (due.posted_from is not null and last.provenance = 'posted')
      and not exists (select from told where told.kpi_id = due.id and told.business_id = business.id))`
}

/** The longest silent ones first. */
export async function pageOfStale(
  tx: Transaction,
  kpiIds: readonly Id<'kpi'>[] | undefined,
  given: { businessId: Id<'business'> | undefined; after: readonly string[] | undefined; limit: number },
): Promise<StaleRow[]> {
  const { businessId, after, limit } = given
  let statement = query
    .selectFrom(stale(kpiIds).as('stale'))
    .selectAll('stale')
    .orderBy(sql`stale.starts_on::text`)
    .orderBy('stale.kpi_id')
    .orderBy('stale.business_id')
    .limit(limit)
  if (businessId) statement = statement.where(sql<boolean>`stale.business_id = ${businessId}`)
  if (after)
    statement = statement.where(
      sql<boolean>`(stale.starts_on::text, stale.kpi_id, stale.business_id) > (${after[0]}, ${after[1]}, ${after[2]})`,
    )
  return tx.rows(statement)
}

export async function countStale(
  tx: Transaction,
  kpiIds: readonly Id<'kpi'>[] | undefined,
  businessId?: Id<'business'>,
): Promise<number> {
  let statement = query.selectFrom(stale(kpiIds).as('stale')).select(sql<number>`count(*)::int`.as('total'))
  if (businessId) statement = statement.where(sql<boolean>`stale.business_id = ${businessId}`)
  return (await tx.find(statement))?.total ?? 0
}

export interface ContradictionFilter {
  kpiId: Id<'kpi'> | undefined
  businessId: Id<'business'> | undefined
  /** First day of the period. */
  startsOn: string | undefined
}

export interface ContradictionRow {
  claimed_id: Id<'kpi_value'>
  firm_id: Id<'kpi_value'>
  difference: string
  difference_percent: number | null
  starts_on: string
  kpi_id: Id<'kpi'>
  business_id: Id<'business'>
}

/** The latest claim beside what is in force over it, where they are further apart than the KPI tolerates. */
export function contradictions({ kpiId, businessId, startsOn }: ContradictionFilter) {
  return sql<ContradictionRow>`(
    select claim.id as claimed_id, firm.id as firm_id, trim_scale(claim.value - firm.value)::text as difference,
      round(100 * abs(claim.value - firm.value) / nullif(abs(firm.value), 0), 1)::float8 as difference_percent,
      firm.starts_on::text as starts_on, firm.kpi_id, firm.business_id
    from kpi_value_in_force as firm
    join kpi on kpi.id = firm.kpi_id and kpi.archived_at is null
    join business on business.id = firm.business_id and business.archived_at is null
    join lateral (
      select kpi_value.id, kpi_value.value from kpi_value
      where kpi_value.studio_id = firm.studio_id and kpi_value.kpi_id = firm.kpi_id
        and kpi_value.starts_on = firm.starts_on and kpi_value.business_id = firm.business_id
        and kpi_value.strength = 1 and kpi_value.withdrawn_at is null
      order by kpi_value.recorded_at desc, kpi_value.id desc limit 1) as claim on true
    where firm.strength > 1
      and abs(claim.value - firm.value) > abs(firm.value) * kpi.tolerance_percent / 100
      and ${kpiId ? sql`firm.kpi_id = ${kpiId}` : sql`true`}
      and ${businessId ? sql`firm.business_id = ${businessId}` : sql`true`}
      and ${startsOn ? sql`firm.starts_on = ${startsOn}::date` : sql`true`})`
}

/** The newest period first. */
export async function pageOfContradictions(
  tx: Transaction,
  filter: ContradictionFilter,
  { after, limit }: { after: readonly string[] | undefined; limit: number },
): Promise<ContradictionRow[]> {
  let statement = query
    .selectFrom(contradictions(filter).as('found'))
    .selectAll('found')
    .orderBy('found.starts_on', 'desc')
    .orderBy('found.kpi_id', 'desc')
    .orderBy('found.business_id', 'desc')
    .limit(limit)
  if (after)
    statement = statement.where(
      sql<boolean>`(found.starts_on, found.kpi_id, found.business_id) < (${after[0]}, ${after[1]}, ${after[2]})`,
    )
  return tx.rows(statement)
}

export async function countContradictions(tx: Transaction, filter: ContradictionFilter): Promise<number> {
  const row = await tx.find(
    query.selectFrom(contradictions(filter).as('found')).select(sql<number>`count(*)::int`.as('total')),
  )
  return row?.total ?? 0
}
