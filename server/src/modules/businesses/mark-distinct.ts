import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import { prose } from '#server/catalogue/fields.ts'
import { insertApart } from './apart-queries.ts'
import { examplePair, orderedPair, PairFields } from './business-pair.ts'

export const markDistinct = operation({
  name: 'businesses.mark-distinct',
  summary: 'Says that two businesses that look alike are not one, so that they leave the list of duplicates.',
  effect: 'write',
  scope: { of: 'ids', ids: ({ businessId, otherId }) => [businessId, otherId] },
  permission: 'businesses.write',
  risk: 'none',
  input: z.strictObject({
    ...PairFields,
    reason: prose(400).default('').describe('Why they are two, for whoever wonders later.'),
  }),
  output: z.strictObject(PairFields),
  examples: async (factory) => [{ ...(await examplePair(factory)), reason: 'A brand each.' }],
  undo: (_input, pair) => ({ operation: 'businesses.unmark-distinct', input: pair }),
  async handle({ businessId, otherId, reason }, { tx, access, actor, record }) {
    const { studioId } = present(access, 'businesses belong to a studio')
    const pair = orderedPair(businessId, otherId)
    if (await insertApart(tx, pair, { studioId, reason, markedBy: actor.id }))
      record({
        type: 'businesses.pair-marked-distinct',
        subjectId: businessId,
        businessId,
        after: { otherId, reason },
      })
    return { businessId, otherId }
  },
})
