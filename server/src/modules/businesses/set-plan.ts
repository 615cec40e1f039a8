import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import { OWNERS_PERMISSION } from '#server/catalogue/permissions.ts'
import { getPlan } from './get-plan.ts'
import { countAtWork, endLimit, findLimit, holdBusinesses, setLimit } from './plans-queries.ts'
import { Plan, PLANS, PlanState } from './plans.ts'
import { planTooSmall } from './problems.ts'

export const setPlan = operation({
  name: 'businesses.set-plan',
  summary:
    'Chooses how many businesses the studio may have at work: 10, 100, 500 or without a limit. Refused where more are at work already.',
  effect: 'write',
  scope: { of: 'studio' },
  permission: OWNERS_PERMISSION,
  risk: 'none',
  input: z.strictObject({ plan: Plan }),
  output: PlanState.extend({ previous: Plan }),
  examples: async (factory) => {
    const { plan } = await factory.invoke(getPlan, {})
    return [{ plan: plan === 'enterprise' ? ('ultra' as const) : ('enterprise' as const) }]
  },
  undo: (_input, { previous }) => ({ operation: 'businesses.set-plan', input: { plan: previous } }),
  async handle({ plan }, { tx, access, record }) {
    const { studioId } = present(access, 'a plan is that of a studio')
    await holdBusinesses(tx)
    const [limit, atWork] = await Promise.all([findLimit(tx), countAtWork(tx)])
    const previous = limit?.plan ?? 'ultra'
    const businessesMax = PLANS[plan]
    const answer = { plan, businessesMax, atWork, previous }
    if (plan === previous) return answer
    if (businessesMax !== null && atWork > businessesMax) throw planTooSmall({ plan, businessesMax, atWork })
    if (businessesMax === null) await endLimit(tx)
    else await setLimit(tx, { studioId, plan, businessesMax, atWork })
    record({ type: 'businesses.plan-set', subjectId: studioId, before: { plan: previous }, after: { plan } })
    return answer
  },
})
