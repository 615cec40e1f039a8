import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id, line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleBusiness } from '#server/modules/businesses/index.ts'
import { exampleKpi } from './example-kpi.ts'
import { recordAll } from './record-all.ts'
import { ValueFields, VALUES_MAX } from './schema.ts'

export const recordMeasuredValues = operation({
  name: 'kpis.record-measured-values',
  summary:
    'Records what a connected source measured, up to 500 values, all of them or none; over what is claimed for the same period. Needs a permission of its own, so that nobody types in what only a source may say.',
  effect: 'write',
  scope: { of: 'ids', ids: ({ values }) => [...new Set(values.map(({ businessId }) => businessId))] },
  permission: 'kpis.write-measured',
  risk: 'none',
  input: z.strictObject({
    values: z
      .array(
        z.strictObject({
          ...ValueFields,
          source: line(400).describe('Which source measured it, such as Stripe or the warehouse.'),
        }),
      )
      .min(1)
      .max(VALUES_MAX),
  }),
  output: z.strictObject({
    valueIds: z.array(id('kpi_value')).max(VALUES_MAX).describe('In the order of the values.'),
  }),
  examples: async (factory) => {
    const [{ id: businessId }, { id: kpiId }] = [await exampleBusiness(factory), await exampleKpi(factory)]
    return [
      { values: [{ businessId, kpiId, period: '2026-10', value: '1200.50', source: 'Stripe' }] },
      {
        values: [
          {
            businessId,
            kpiId,
            period: '2026-08',
            value: '-3',
            source: 'Stripe',
            unit: 'money' as const,
            currency: 'EUR',
          },
          {
            businessId,
            kpiId,
            period: '2026-09',
            value: '0',
            source: 'Stripe',
            note: 'Closed for the summer.',
          },
        ],
      },
    ]
  },
  undo: (_input, { valueIds }) => ({ operation: 'kpis.withdraw-measured-values', input: { valueIds } }),
  handle: ({ values }, { access, ...context }) => {
    const { studioId } = present(access, 'a value belongs to a studio')
    return recordAll({ ...context, studioId }, 'measured', values)
  },
})
