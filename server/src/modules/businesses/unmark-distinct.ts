import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { deleteApart } from './apart-queries.ts'
import { examplePair, orderedPair, PairFields } from './business-pair.ts'
import { markDistinct } from './mark-distinct.ts'

export const unmarkDistinct = operation({
  name: 'businesses.unmark-distinct',
  summary: 'Takes back that two businesses are distinct: where they look alike, they are told of again.',
  effect: 'write',
  scope: { of: 'ids', ids: ({ businessId, otherId }) => [businessId, otherId] },
  permission: 'businesses.write',
  risk: 'none',
  input: z.strictObject(PairFields),
  output: z.strictObject({
    ...PairFields,
    reason: z
      .string()
      .max(400)
      .nullable()
      .describe('What was said when they were marked; null where they were not.'),
  }),
  examples: async (factory) => {
    const pair = await examplePair(factory)
    return [await factory.invoke(markDistinct, { ...pair, reason: 'Two shops.' })]
  },
  undo: (_input, { businessId, otherId, reason }) => ({
    operation: 'businesses.mark-distinct',
    input: { businessId, otherId, reason: reason ?? '' },
  }),
  async handle({ businessId, otherId }, { tx, record }) {
    const reason = await deleteApart(tx, orderedPair(businessId, otherId))
    if (reason !== undefined)
      record({
        type: 'businesses.pair-unmarked-distinct',
        subjectId: businessId,
        businessId,
        before: { otherId, reason },
      })
    return { businessId, otherId, reason: reason ?? null }
  },
})
