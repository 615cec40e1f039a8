import { z } from 'zod'

/** The plans by how many businesses may be at work in a studio; null is no limit. Archived ones do not count. */
export const PLANS = { starter: 10, professional: 100, enterprise: 500, ultra: null } as const

export const Plan = z.enum(['starter', 'professional', 'enterprise', 'ultra'])
export type Plan = z.output<typeof Plan>

export const PlanState = z
  .strictObject({
    plan: Plan,
    businessesMax: z.int().nullable().describe('Businesses that may be at work; null: no limit.'),
    atWork: z.int().describe('Businesses at work now, in the whole studio.'),
  })
  .meta({ id: 'PlanState' })
