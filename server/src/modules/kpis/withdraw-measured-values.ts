import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleBusiness } from '#server/modules/businesses/index.ts'
import { exampleKpi } from './example-kpi.ts'
import { recordMeasuredValues } from './record-measured-values.ts'
import { VALUES_MAX } from './schema.ts'
import { withdrawAll } from './withdraw-all.ts'

const ValueIds = z.array(id('kpi_value')).min(1).max(VALUES_MAX)

export const withdrawMeasuredValues = operation({
  name: 'kpis.withdraw-measured-values',
  summary:
    'Withdraws measured values, up to 500. They are kept and count no more; what stood before them is in force again.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'kpis.write-measured',
  risk: 'none',
  input: z.strictObject({ valueIds: ValueIds }),
  output: z.strictObject({ valueIds: ValueIds.describe('What was withdrawn.') }),
  examples: async (factory) => {
    const [{ id: businessId }, { id: kpiId }] = [await exampleBusiness(factory), await exampleKpi(factory)]
    const values = [{ businessId, kpiId, period: '2026-09', value: '7', source: 'Stripe' }]
    return [await factory.invoke(recordMeasuredValues, { values })]
  },
  handle: ({ valueIds }, context) => withdrawAll(context, 'measured', valueIds),
})
