import { operation } from '#server/catalogue/operation.ts'
import { archiveBusinesses } from './archive-businesses.ts'
import { BODY_BYTES_MAX } from './create-businesses.ts'
import { exampleBusiness } from './example-business.ts'
import { ManyBusinesses, ManyChanged, setManyArchived } from './set-many-archived.ts'

export const restoreBusinesses = operation({
  name: 'businesses.restore-businesses',
  summary: 'Brings many archived businesses back into the lists at once, as they were.',
  effect: 'write',
  scope: { of: 'ids', ids: ({ businessIds }) => businessIds },
  permission: 'businesses.write',
  risk: 'none',
  carriesOut: ['businesses.restore-business'],
  bodyBytesMax: BODY_BYTES_MAX,
  input: ManyBusinesses,
  output: ManyChanged,
  examples: async (factory) => {
    const businessIds = [(await exampleBusiness(factory)).id, (await exampleBusiness(factory)).id]
    await factory.invoke(archiveBusinesses, { businessIds })
    return [{ businessIds }]
  },
  undo: (_input, changed) => ({ operation: 'businesses.archive-businesses', input: changed }),
  handle: ({ businessIds }, context) => setManyArchived(context, { businessIds, archivedAt: null }),
})
