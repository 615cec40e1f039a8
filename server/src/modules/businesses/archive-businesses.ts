import { operation } from '#server/catalogue/operation.ts'
import { BODY_BYTES_MAX } from './create-businesses.ts'
import { exampleBusiness } from './example-business.ts'
import { ManyBusinesses, ManyChanged, setManyArchived } from './set-many-archived.ts'

export const archiveBusinesses = operation({
  name: 'businesses.archive-businesses',
  summary: 'Takes many businesses out of every list at once; restore-businesses brings them back.',
  effect: 'write',
  scope: { of: 'ids', ids: ({ businessIds }) => businessIds },
  permission: 'businesses.write',
  risk: 'none',
  carriesOut: ['businesses.archive-business'],
  bodyBytesMax: BODY_BYTES_MAX,
  input: ManyBusinesses,
  output: ManyChanged,
  examples: async (factory) => [
    { businessIds: [(await exampleBusiness(factory)).id, (await exampleBusiness(factory)).id] },
  ],
  undo: (_input, changed) => ({ operation: 'businesses.restore-businesses', input: changed }),
  handle: ({ businessIds }, context) =>
    setManyArchived(context, { businessIds, archivedAt: new Date().toISOString() }),
})
