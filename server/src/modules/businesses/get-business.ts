import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { HealthRules } from '#server/modules/health/index.ts'
import { findBusiness } from './businesses-queries.ts'
import { exampleBusiness } from './example-business.ts'
import { businessNotFound } from './problems.ts'
import { ListedBusiness } from './schema.ts'

export function getBusiness(rules: HealthRules) {
  return operation({
    name: 'businesses.get-business',
    summary: 'Reads one business by its id.',
    effect: 'read',
    scope: { of: 'ids', ids: ({ businessId }) => [businessId] },
    permission: 'businesses.read',
    risk: 'none',
    input: z.strictObject({ businessId: id('business') }),
    output: ListedBusiness,
    examples: async (factory) => [{ businessId: (await exampleBusiness(factory)).id }],
    async handle({ businessId }, { tx, access }) {
      const business = await findBusiness(tx, businessId, rules.openTo(access, 'businesses.read'))
      if (!business) throw businessNotFound(businessId)
      return business
    },
  })
}
