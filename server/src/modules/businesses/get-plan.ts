import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { countAtWork, findLimit } from './plans-queries.ts'
import { Plan, PLANS, PlanState } from './plans.ts'

export const getPlan = operation({
  name: 'businesses.get-plan',
  summary: 'Reads how many businesses the studio may have at work by its plan, and how many it has.',
  effect: 'read',
  scope: { of: 'studio' },
  permission: 'businesses.read',
  risk: 'none',
  input: z.strictObject({}),
  output: PlanState.extend({
    plans: z
      .array(z.strictObject({ plan: Plan, businessesMax: PlanState.shape.businessesMax }))
      .max(Plan.options.length)
      .describe('Those that there are, the smallest first.'),
  }),
  examples: async () => [{}],
  async handle(_input, { tx }) {
    const [limit, atWork] = await Promise.all([findLimit(tx), countAtWork(tx)])
    const plans = Plan.options.map((plan) => ({ plan, businessesMax: PLANS[plan] }))
    return { plan: limit?.plan ?? 'ultra', businessesMax: limit?.businesses_max ?? null, atWork, plans }
  },
})
