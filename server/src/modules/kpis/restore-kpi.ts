import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { archiveKpi } from './archive-kpi.ts'
import { exampleKpi } from './example-kpi.ts'
import { Kpi } from './schema.ts'
import { setArchived } from './set-archived.ts'

export const restoreKpi = operation({
  name: 'kpis.restore-kpi',
  summary: 'Brings an archived KPI back, with all its values.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'kpis.write',
  risk: 'none',
  input: z.strictObject({ kpiId: id('kpi') }),
  output: Kpi,
  examples: async (factory) => {
    const { id: kpiId } = await exampleKpi(factory)
    await factory.invoke(archiveKpi, { kpiId })
    return [{ kpiId }]
  },
  undo: ({ kpiId }) => ({ operation: 'kpis.archive-kpi', input: { kpiId } }),
  handle: ({ kpiId }, context) => setArchived(context, kpiId, false),
})
