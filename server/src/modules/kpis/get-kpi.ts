import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleKpi } from './example-kpi.ts'
import { findKpi } from './kpis-queries.ts'
import { kpiNotFound } from './problems.ts'
import { Kpi } from './schema.ts'

export const getKpi = operation({
  name: 'kpis.get-kpi',
  summary: 'Reads the definition of one KPI.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'kpis.read',
  risk: 'none',
  input: z.strictObject({ kpiId: id('kpi') }),
  output: Kpi,
  examples: async (factory) => [{ kpiId: (await exampleKpi(factory)).id }],
  async handle({ kpiId }, { tx }) {
    const kpi = await findKpi(tx, kpiId)
    if (!kpi) throw kpiNotFound(kpiId)
    return kpi
  },
})
