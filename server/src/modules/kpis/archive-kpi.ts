import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleKpi } from './example-kpi.ts'
import { Kpi } from './schema.ts'
import { setArchived } from './set-archived.ts'

export const archiveKpi = operation({
  name: 'kpis.archive-kpi',
  summary:
    'Takes a KPI out of lists and asks for no more of its values. They are kept; restore-kpi brings it back.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: 'kpis.write',
  risk: 'none',
  input: z.strictObject({ kpiId: id('kpi') }),
  output: Kpi,
  examples: async (factory) => [{ kpiId: (await exampleKpi(factory)).id }],
  undo: ({ kpiId }) => ({ operation: 'kpis.restore-kpi', input: { kpiId } }),
  handle: ({ kpiId }, context) => setArchived(context, kpiId, true),
})
