import { sql } from 'kysely'
import { query, type Transaction } from '#server/database/database.ts'
import type { Stage } from './business-states.ts'
import { filtered, type BusinessFilter } from './businesses-queries.ts'
import { bandOf, pointsLost, SCORE_OF_LOST } from '#server/modules/health/index.ts'
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

/**
 * One row per stage at which a business that the filter finds stands or ever stood, counted to that day. Lives are gone
 * through from their end, in the order of the index `business_move_life`: what came later is then what was seen already.
 */
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
      placed as (
        select business_id, stage, effective_on, place, ${placeOf(sql`stage`)} as step from business_move
        where attribute = 'stage' and withdrawn_at is null and effective_on <= ${day}::date
          and business_id in (select id from found) offset 0),
      moves as (
        select *, lead(stage) over back as prior, max(step) over back > step as went_on from placed
        window back as (partition by business_id order by effective_on desc, place desc
          rows between unbounded preceding and 1 preceding)),
      stays as materialized (
        select business_id, stage, went_on,
          lag(effective_on) over (partition by business_id order by effective_on desc, place desc) - effective_on as days
        from moves where stage is distinct from prior),
      ended as (
        select stage, count(days)::int as stays_ended,
          (percentile_cont(0.5) within group (order by days))::float8 as median_days
        from stays group by stage),
      past as (
        select stage, count(*)::int as stood, count(*) filter (where went_on)::int as went_on from (
          select business_id, stage, bool_or(went_on) as went_on from stays group by business_id, stage) as once
        group by stage),
      present as (
        select stage, count(*)::int as here,
          (percentile_cont(0.5) within group (order by ${day}::date - stage_since))::float8 as median_days_so_far
        from found group by stage)
      select stage, coalesce(here, 0) as here, coalesce(stood, 0) as stood, coalesce(went_on, 0) as went_on,
        coalesce(stays_ended, 0) as stays_ended, median_days, median_days_so_far
      from past join ended using (stage) full join present using (stage))`.as('funnel'),
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
    .leftJoin(pointsLost(filter.healthRules).as('lost'), (join) =>
      join.on(sql<boolean>`lost.business_id = business.id`),
    )
    .innerJoin(
      sql<{ band: string | null }>`lateral (select ${bandOf(SCORE_OF_LOST)} as band offset 0)`.as('banded'),
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
