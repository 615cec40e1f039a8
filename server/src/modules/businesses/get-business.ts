import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { findBusiness } from './businesses-queries.ts'
import { exampleBusiness } from './example-business.ts'
import { businessNotFound } from './problems.ts'
import { Business } from './schema.ts'

export const getBusiness = operation({
  name: 'businesses.get-business',
  summary: 'Reads one business by its id.',
  effect: 'read',
  scope: { of: 'ids', ids: ({ businessId }) => [businessId] },
  permission: 'businesses.read',
  risk: 'none',
  input: z.strictObject({ businessId: id('business') }),
  output: Business,
  examples: async (factory) => [{ businessId: (await exampleBusiness(factory)).id }],
  async handle({ businessId }, { tx }) {
    const business = await findBusiness(tx, businessId)
    if (!business) throw businessNotFound(businessId)
    return business
  },
})
