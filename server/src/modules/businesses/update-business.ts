import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { Changeable, ChangedBusiness } from './business-change.ts'
import { changeOne } from './change-one.ts'
import { exampleBusiness } from './example-business.ts'
import { Business } from './schema.ts'

export const updateBusiness = operation({
  name: 'businesses.update-business',
  summary:
    'Changes fields of one business; what is not named stays. A stage moves only along its transition table, and what of entity, category, stage and owner changes is dated.',
  effect: 'write',
  scope: { of: 'ids', ids: ({ businessId }) => [businessId] },
  permission: 'businesses.write',
  risk: 'none',
  input: Changeable.extend(ChangedBusiness),
  output: z.strictObject({
    business: Business,
    previous: Changeable.describe('What the changed fields were before.'),
  }),
  examples: async (factory) => {
    const { id: businessId } = await exampleBusiness(factory)
    return [{ businessId, name: 'Renamed', stage: 'solution' as const, tags: ['changed'] }]
  },
  undo: (_input, { business, previous }) => ({
    operation: 'businesses.update-business',
    input: { businessId: business.id, ...previous, takesBack: business.revision },
  }),
  handle: (change, context) => changeOne(context, change),
})
