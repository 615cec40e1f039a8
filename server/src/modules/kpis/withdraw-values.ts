import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleValue } from './example-value.ts'
import { CLAIMS_BODY_BYTES_MAX, CLAIMS_MAX } from './schema.ts'
import { withdrawAll } from './withdraw-all.ts'

const ValueIds = z.array(id('kpi_value')).min(1).max(CLAIMS_MAX)

export const withdrawValues = operation({
  name: 'kpis.withdraw-values',
  summary:
    'Withdraws claimed values, up to 20,000. They are kept and count no more; what stood before them is in force again.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'kpis.write',
  risk: 'none',
  bodyBytesMax: CLAIMS_BODY_BYTES_MAX,
  input: z.strictObject({ valueIds: ValueIds }),
  output: z.strictObject({ valueIds: ValueIds.describe('What was withdrawn.') }),
  examples: async (factory) => {
    const { valueIds } = await exampleValue(factory)
    return [{ valueIds }]
  },
  handle: ({ valueIds }, context) => withdrawAll(context, 'claimed', valueIds),
})
