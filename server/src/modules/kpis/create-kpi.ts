import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { operation } from '#server/catalogue/operation.ts'
import { refusalOf } from './decide-kpi.ts'
import { findKpi, insertKpi } from './kpis-queries.ts'
import { Kpi, KpiFields } from './schema.ts'

export const createKpi = operation({
  name: 'kpis.create-kpi',
  summary: 'Defines a KPI: what is measured, in which unit, how often, and which direction is better.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'kpis.write',
  risk: 'none',
  input: z.strictObject({
    name: KpiFields.name,
    description: KpiFields.description.default(''),
    unit: KpiFields.unit,
    currency: KpiFields.currency.default(null),
    better: KpiFields.better.default('up'),
    cadence: KpiFields.cadence.default('month'),
    addsUp: KpiFields.addsUp.default('sum'),
    ownerId: KpiFields.ownerId.default(null),
    isHeadline: KpiFields.isHeadline.default(false),
    isValuation: KpiFields.isValuation.default(false),
    postedFrom: KpiFields.postedFrom.default(null),
    tolerancePercent: KpiFields.tolerancePercent.default(5),
    graceDays: KpiFields.graceDays.default(15),
  }),
  output: Kpi,
  examples: async () => [
    { name: `Revenue ${newId('kpi').slice(-8)}`, unit: 'money' as const, currency: 'EUR' },
    { name: `Churn ${newId('kpi').slice(-8)}`, unit: 'percent' as const, better: 'down' as const },
  ],
  undo: (_input, { id: kpiId }) => ({ operation: 'kpis.archive-kpi', input: { kpiId } }),
  async handle(given, { tx, access, record }) {
    const { studioId } = present(access, 'a KPI belongs to a studio')
    const id = newId('kpi')
    const refusal = await refusalOf(tx, { id, ...given })
    if (refusal) throw refusal
    await insertKpi(tx, studioId, { id, ...given })
    record({ type: 'kpis.kpi-created', subjectId: id, after: given })
    return present(await findKpi(tx, id), 'the KPI that was created')
  },
})
