import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { countAtWork, findLimit } from './plans-queries.ts'
import { PlanState } from './plans.ts'

export const getPlan = operation({
  name: 'businesses.get-plan',
  summary: 'Reads how many businesses the studio may have at work by its plan, and how many it has.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'businesses.read',
  risk: 'none',
  input: z.strictObject({}),
  output: PlanState,
  examples: async () => [{}],
  async handle(_input, { tx }) {
    const [limit, atWork] = await Promise.all([findLimit(tx), countAtWork(tx)])
    return { plan: limit?.plan ?? 'ultra', businessesMax: limit?.businesses_max ?? null, atWork }
  },
})
