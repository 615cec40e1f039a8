import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Stage } from './business-states.ts'
import { STAGE_DAYS } from './stage-clock.ts'

const FOR_EVER = 1_000_000

/**
 * How many days the business of the row may stand at its stage: as the studio says, or as we do. Its few clocks are read
 * once for the statement, and not once for each business.
 */
const DAYS_ALLOWED = sql<number>`coalesce(
  ((select jsonb_object_agg(stage, coalesce(days_max, ${sql.lit(FOR_EVER)})) from stage_clock) ->> business.stage)::int,
  case business.stage ${sql.join(
    Object.entries(STAGE_DAYS).map(
      ([stage, days]) => sql`when ${sql.lit(stage)} then ${sql.lit(days ?? FOR_EVER)}`,
    ),
    sql` `,
  )} end)`

/** The rule itself, over rows of `business`: counted to that day. */
export function isStalledOn(day: string): RawBuilder<boolean> {
  return sql<boolean>`(${day}::date - business.stage_since > ${DAYS_ALLOWED})`
}

/** One row per business that stands too long, as the module of exceptions asks for it. */
export const STALLED = sql`
  select business.id as subject_id, null as other_id, business.id as business_id, business.entity_id,
    business.stage_since::timestamptz as since,
    jsonb_build_object('name', business.name, 'stage', business.stage,
      'days', (now() at time zone 'UTC')::date - business.stage_since, 'daysMax', ${DAYS_ALLOWED}) as facts
  from business
  where business.archived_at is null and (now() at time zone 'UTC')::date - business.stage_since > ${DAYS_ALLOWED}`

/** What the studio set; stages that it never set are missing. */
export async function stageClocks(tx: Transaction): Promise<Map<Stage, number | null>> {
  const rows = await tx.prepared<{ stage: Stage; days_max: number | null }>(
    'select stage, days_max from stage_clock',
    [],
  )
  return new Map(rows.map(({ stage, days_max }) => [stage, days_max]))
}

export async function setStageClockRow(
  tx: Transaction,
  row: { studioId: Id<'studio'>; stage: Stage; daysMax: number | null },
): Promise<void> {
  await tx.prepared(
    `insert into stage_clock (studio_id, stage, days_max) values ($1, $2, $3)
     on conflict (studio_id, stage) do update set days_max = excluded.days_max`,
    [row.studioId, row.stage, row.daysMax],
  )
}
