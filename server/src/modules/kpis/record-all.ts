import { present } from '#kernel/assert.ts'
import { newId, type Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { errorsIn, type GivenValue } from './decide-values.ts'
import { periodNamed } from './kpi-period.ts'
import { kpisById } from './kpis-queries.ts'
import { measureOf } from './measure-of.ts'
import { valuesRefused } from './problems.ts'
import { archivedAmong, insertValues } from './values-queries.ts'

/** All of them, or none where one cannot be used. What stood before stays: the latest is in force. */
export async function recordAll(
  { tx, studioId, actor, record }: Pick<CallContext, 'tx' | 'actor' | 'record'> & { studioId: Id<'studio'> },
  provenance: 'measured' | 'claimed',
  values: readonly GivenValue[],
): Promise<{ valueIds: Id<'kpi_value'>[] }> {
  const [kpis, archivedBusinesses] = await Promise.all([
    kpisById(tx, [...new Set(values.map(({ kpiId }) => kpiId))]),
    archivedAmong(tx, [...new Set(values.map(({ businessId }) => businessId))]),
  ])
  const errors = errorsIn(values, { kpis, archivedBusinesses })
  if (errors.length > 0) throw valuesRefused(values.length, errors)
  const rows = values.map((given) => {
    const kpi = present(kpis.get(given.kpiId), 'a KPI that was found')
    return {
      id: newId('kpi_value'),
      studio_id: studioId,
      business_id: given.businessId,
      kpi_id: given.kpiId,
      cadence: kpi.cadence,
      measure: measureOf(kpi),
      starts_on: periodNamed(kpi, given.period).startsOn,
      value: given.value,
      provenance,
      source: given.source,
      link: given.link,
      note: given.note,
      recorded_by_kind: actor.kind,
      recorded_by: actor.id,
    }
  })
  await insertValues(tx, rows)
  for (const [at, { id, business_id: businessId }] of rows.entries()) {
    const after = { ...present(values[at], 'a value per row'), provenance }
    record({ type: 'kpis.value-recorded', subjectId: id, businessId, after })
  }
  return { valueIds: rows.map(({ id }) => id) }
}
