import { newId, type Id } from '#kernel/ids.ts'
import { periodOf } from '#kernel/periods.ts'
import type { Transaction } from '#server/database/database.ts'
import { tellFromRun } from '#server/runs/tell-from-run.ts'
import { measureOf } from './measure-of.ts'
import { postedInForce, type PostedKpi, type PostedValue } from './posted-queries.ts'
import { insertValues } from './values-queries.ts'

/** What books say of a KPI: recorded where it is not what was posted last. Answers how many were new. */
export async function recordPosted(
  tx: Transaction,
  {
    kpi,
    values,
    run,
  }: { kpi: PostedKpi; values: readonly PostedValue[]; run: { runId: Id<'run'>; studioId: Id<'studio'> } },
): Promise<number> {
  const stands = await postedInForce(tx, kpi.id, values)
  const changed = values.filter(
    ({ businessId, startsOn, value }) => Number(stands.get(`${businessId} ${startsOn}`)) !== Number(value),
  )
  if (changed.length === 0) return 0
  await insertValues(
    tx,
    changed.map(({ businessId, startsOn, value }) => ({
      id: newId('kpi_value'),
      studio_id: run.studioId,
      business_id: businessId,
      kpi_id: kpi.id,
      cadence: kpi.cadence,
      measure: measureOf({ unit: 'money', currency: kpi.currency }),
      starts_on: startsOn,
      value,
      provenance: 'posted',
      source: 'Books',
      link: null,
      note: '',
      recorded_by_kind: 'run',
      recorded_by: run.runId,
    })),
  )
  const periods = [...new Set(changed.map(({ startsOn }) => periodOf(kpi.cadence, startsOn).name))]
  await tellFromRun(tx, {
    ...run,
    type: 'kpis.values-posted',
    subjectId: kpi.id,
    permission: 'kpis.read',
    after: { values: changed.length, periods: periods.toSorted().slice(0, 60) },
  })
  return changed.length
}
