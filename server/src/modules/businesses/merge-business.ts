import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id, prose } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { examplePair, orderedPair } from './business-pair.ts'
import { changeOne } from './change-one.ts'
import { insertMerge, lockPair } from './merges-queries.ts'
import { businessNotFound, notAtWork } from './problems.ts'
import { Business } from './schema.ts'

export const mergeBusiness = operation({
  name: 'businesses.merge-business',
  summary:
    'Says that a business is another one told twice: it leaves every list and total, and points to the one that stays. Nothing of either is rewritten, and restore-business brings it back.',
  effect: 'write',
  scope: { of: 'ids', ids: ({ businessId, intoId }) => [businessId, intoId] },
  permission: 'businesses.write',
  risk: 'none',
  carriesOut: ['businesses.archive-business'],
  input: z.strictObject({
    businessId: id('business').describe('The one that was told twice, and goes.'),
    intoId: id('business').describe('The one that stays.'),
    reason: prose(400).default('').describe('How it is known that they are one.'),
  }),
  output: z.strictObject({
    merged: Business,
    into: z.strictObject({ id: id('business'), name: z.string().max(200) }),
  }),
  examples: async (factory) => {
    const { businessId, otherId: intoId } = await examplePair(factory)
    return [{ businessId, intoId, reason: 'The same shop under its old name.' }]
  },
  undo: ({ businessId }) => ({ operation: 'businesses.restore-business', input: { businessId } }),
  async handle({ businessId, intoId, reason }, context) {
    const { tx, access, actor, record } = context
    const { studioId } = present(access, 'businesses belong to a studio')
    const found = await lockPair(tx, orderedPair(businessId, intoId))
    for (const one of [businessId, intoId]) {
      const business = found.get(one)
      if (!business) throw businessNotFound(one)
      if (business.isArchived) throw notAtWork(business.name)
    }
    const { business: merged } = await changeOne(context, { businessId, isArchived: true })
    await insertMerge(tx, { studioId, businessId, intoId, reason, mergedBy: actor.id })
    const pair = { intoId, reason }
    record({ type: 'businesses.business-merged', subjectId: businessId, businessId, after: pair })
    record({
      type: 'businesses.business-taken-in',
      subjectId: intoId,
      businessId: intoId,
      after: { businessId, reason },
    })
    return { merged, into: { id: intoId, name: found.get(intoId)?.name ?? '' } }
  },
})
