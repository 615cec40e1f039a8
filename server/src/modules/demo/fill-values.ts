import type { Id } from '#kernel/ids.ts'
import { createKpi, recordMeasuredValues, recordValues } from '#server/modules/kpis/index.ts'
import type { Part } from './part.ts'
import { DEMO_KPIS, type DemoKpi, type PlannedValue } from './plan-values.ts'

const VALUES_AT_ONCE = 500

/** The history of the figures, the newest month first; answers how many values there are. */
export async function fillValues(
  { work, plan, next }: Part,
  businessIds: ReadonlyMap<string, Id<'business'>>,
): Promise<number> {
  next({ en: 'Defining the KPIs', de: 'Legt die KPIs an' })
  const kpiIds = new Map<DemoKpi, Id<'kpi'>>()
  for (const kpi of DEMO_KPIS) {
    const { id } = await work.invoke(`KPI ${kpi.name}`, createKpi, kpi)
    kpiIds.set(kpi.name, id)
  }
  const given = ({ business, kpi, period, value, source }: PlannedValue) => ({
    businessId: businessIds.get(business) ?? '',
    kpiId: kpiIds.get(kpi) ?? '',
    period,
    value,
    source,
  })
  for (const [at, batch] of batchesOf(plan.values).entries()) {
    const period = batch[0]?.period ?? ''
    next({ en: `Telling the figures of ${period}`, de: `Meldet die Zahlen für ${period}` })
    const [measured, claimed] = [
      batch.filter(({ provenance }) => provenance === 'measured').map(given),
      batch.filter(({ provenance }) => provenance === 'claimed').map(given),
    ]
    if (measured.length > 0) await work.invoke(`measured ${at}`, recordMeasuredValues, { values: measured })
    if (claimed.length > 0) await work.invoke(`claimed ${at}`, recordValues, { values: claimed })
  }
  return plan.values.length
}

function batchesOf<T>(values: readonly T[]): T[][] {
  const count = Math.ceil(values.length / VALUES_AT_ONCE)
  return Array.from({ length: count }, (_nothing, at) =>
    values.slice(at * VALUES_AT_ONCE, (at + 1) * VALUES_AT_ONCE),
  )
}
