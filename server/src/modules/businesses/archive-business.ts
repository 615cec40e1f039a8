import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { changeOne } from './change-one.ts'
import { exampleBusiness } from './example-business.ts'
import { Business } from './schema.ts'

export const archiveBusiness = operation({
  name: 'businesses.archive-business',
  summary: 'Takes a business out of every list. Nothing is deleted; restore-business brings it back.',
  effect: 'write',
  scope: { of: 'ids', ids: ({ businessId }) => [businessId] },
  permission: 'businesses.write',
  risk: 'none',
  input: z.strictObject({ businessId: id('business') }),
  output: Business,
  examples: async (factory) => [{ businessId: (await exampleBusiness(factory)).id }],
  undo: ({ businessId }) => ({ operation: 'businesses.restore-business', input: { businessId } }),
  handle: async ({ businessId }, context) =>
    (await changeOne(context, { businessId, isArchived: true })).business,
})
