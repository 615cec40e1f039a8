import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { archiveBusiness } from './archive-business.ts'
import { changeOne } from './change-one.ts'
import { exampleBusiness } from './example-business.ts'
import { Business } from './schema.ts'

export const restoreBusiness = operation({
  name: 'businesses.restore-business',
  summary: 'Brings an archived business back into the lists, as it was.',
  effect: 'write',
  scope: { of: 'ids', ids: ({ businessId }) => [businessId] },
  permission: 'businesses.write',
  risk: 'none',
  input: z.strictObject({ businessId: id('business') }),
  output: Business,
  examples: async (factory) => {
    const { id: businessId } = await exampleBusiness(factory)
    await factory.invoke(archiveBusiness, { businessId })
    return [{ businessId }]
  },
  undo: ({ businessId }) => ({ operation: 'businesses.archive-business', input: { businessId } }),
  handle: async ({ businessId }, context) =>
    (await changeOne(context, { businessId, isArchived: false })).business,
})
