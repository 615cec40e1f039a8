import { sql } from 'kysely'
import { query, type Transaction } from '#server/database/database.ts'
import type { Stage } from './business-states.ts'
import { filtered, healthScore, type BusinessFilter } from './businesses-queries.ts'
import { bandOf } from '#server/modules/health/index.ts'
import { movedBy, placeOf } from './moved-queries.ts'
import { isStalledOn } from './stage-clock-queries.ts'
import { isOfStanding } from './standing-queries.ts'

export interface FunnelRow {
  stage: Stage
  here: number
  stood: number
  went_on: number
  stays_ended: number
  median_days: number | null
  median_days_so_far: number | null
}

/** One row per stage at which a business that the filter finds stands or ever stood, counted to that day. */
export async function funnelOf(tx: Transaction, filter: BusinessFilter, day: string): Promise<FunnelRow[]> {
  const found = filtered(
    query.selectFrom('business').select(['business.id', 'business.stage', 'business.stage_since']),
    filter,
  )
  return tx.rows(
    query
      .selectFrom(
        sql<FunnelRow>`(
      with found as materialized (${found}),
      moves as (
        select business_id, stage, effective_on, place, lag(stage) over life as prior from business_move
        where attribute = 'stage' and withdrawn_at is null and effective_on <= ${day}::date
          and business_id in (select id from found)
        window life as (partition by business_id order by effective_on, place)),
      stays as (
        select business_id, stage, effective_on, lead(effective_on) over life as until_on,
          max(${placeOf(sql`stage`)}) over (partition by business_id order by effective_on, place
            rows between 1 following and unbounded following) > ${placeOf(sql`stage`)} as went_on
        from moves where stage is distinct from prior
        window life as (partition by business_id order by effective_on, place)),
      past as (
        select stage, count(distinct business_id)::int as stood,
          count(distinct business_id) filter (where went_on)::int as went_on,
          count(until_on)::int as stays_ended,
          (percentile_cont(0.5) within group (order by until_on - effective_on) filter (where until_on is not null))::float8
            as median_days
        from stays group by stage),
      present as (
        select stage, count(*)::int as here,
          (percentile_cont(0.5) within group (order by ${day}::date - stage_since))::float8 as median_days_so_far
        from found group by stage)
      select stage, coalesce(here, 0) as here, coalesce(stood, 0) as stood, coalesce(went_on, 0) as went_on,
        coalesce(stays_ended, 0) as stays_ended, median_days, median_days_so_far
      from past full join present using (stage))`.as('funnel'),
      )
      .selectAll('funnel'),
  )
}

export interface OverviewRow {
  at_work: number
  live: number
  launched: number
  stalled: number
  good: number
  watch: number
  poor: number
  unknown: number
}

/**
 * Each figure by the very condition that narrows the list to its rows. `offset 0` keeps the band from being worked out anew
 * in each of the four counts.
 */
export async function overviewOf(
  tx: Transaction,
  filter: BusinessFilter,
  { day, launchedSince }: { day: string; launchedSince: string },
): Promise<OverviewRow | undefined> {
  const launched = { movedTo: 'launched', movedSince: launchedSince } as const
  const rows = query
    .selectFrom('business')
    .innerJoin(
      sql<{ band: string | null }>`lateral (select ${bandOf(healthScore(filter))} as band offset 0)`.as(
        'banded',
      ),
      (join) => join.onTrue(),
    )
    .select([
      sql<number>`count(*)::int`.as('at_work'),
      sql<number>`(count(*) filter (where ${isOfStanding('live')}))::int`.as('live'),
      sql<number>`(count(*) filter (where ${movedBy(launched, day)}))::int`.as('launched'),
      sql<number>`(count(*) filter (where ${isStalledOn(day)}))::int`.as('stalled'),
      sql<number>`(count(*) filter (where banded.band = 'good'))::int`.as('good'),
      sql<number>`(count(*) filter (where banded.band = 'watch'))::int`.as('watch'),
      sql<number>`(count(*) filter (where banded.band = 'poor'))::int`.as('poor'),
      sql<number>`(count(*) filter (where banded.band is null))::int`.as('unknown'),
    ])
  return tx.find(filtered(rows, filter))
}
