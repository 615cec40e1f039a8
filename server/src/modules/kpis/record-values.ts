import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { document } from '#server/catalogue/secret-fields.ts'
import { exampleBusiness } from '#server/modules/businesses/index.ts'
import { exampleKpi } from './example-kpi.ts'
import { recordAll } from './record-all.ts'
import { CLAIMS_BODY_BYTES_MAX, CLAIMS_MAX, ValueFields } from './schema.ts'

export const recordValues = operation({
  name: 'kpis.record-values',
  summary:
    'Records what somebody claims: one or up to 20,000 values, all of them or none. A correction is a later value of the same period. Nothing posts from a book yet, so no operation takes posted values.',
  effect: 'write',
  scope: { of: 'ids', ids: ({ values }) => [...new Set(values.map(({ businessId }) => businessId))] },
  permission: 'kpis.write',
  risk: 'none',
  bodyBytesMax: CLAIMS_BODY_BYTES_MAX,
  input: z.strictObject({
    values: document(
      z
        .array(
          z.strictObject({
            ...ValueFields,
            source: z
              .string()
              .trim()
              .max(400)
              .default('')
              .describe('Where it is from, such as a call or a spreadsheet.'),
          }),
        )
        .min(1)
        .max(CLAIMS_MAX),
    ),
  }),
  output: z.strictObject({
    valueIds: z.array(id('kpi_value')).max(CLAIMS_MAX).describe('In the order of the values.'),
  }),
  examples: async (factory) => {
    const [{ id: businessId }, { id: kpiId }] = [await exampleBusiness(factory), await exampleKpi(factory)]
    return [
      { values: [{ businessId, kpiId, period: '2026-10', value: '1200.50' }] },
      {
        values: [
          { businessId, kpiId, period: '2026-08', value: '-3', unit: 'money' as const, currency: 'EUR' },
          { businessId, kpiId, period: '2026-09', value: '0', note: 'Closed for the summer.' },
        ],
      },
    ]
  },
  undo: (_input, { valueIds }) => ({ operation: 'kpis.withdraw-values', input: { valueIds } }),
  handle: ({ values }, { access, ...context }) => {
    const { studioId } = present(access, 'a value belongs to a studio')
    return recordAll({ ...context, studioId }, 'claimed', values)
  },
})
