import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { Archivable, Change } from './business-change.ts'
import { changeBusinesses } from './change-businesses.ts'
import { exampleBusiness } from './example-business.ts'
import { changesRefused } from './problems.ts'

const CHANGES_MAX = 500

const Changes = z
  .array(Change)
  .min(1)
  .max(CHANGES_MAX)
  .superRefine((changes, { addIssue }) => {
    const placeOf = new Map<string, number>()
    for (const [at, { businessId }] of changes.entries()) {
      const earlier = placeOf.get(businessId)
      if (earlier === undefined) placeOf.set(businessId, at)
      else {
        const message = `is changed by /changes/${earlier} already; put both into one change`
        addIssue({ code: 'custom', path: [at, 'businessId'], message })
      }
    }
  })
  .describe('What to change of which business, each business once. What is not named stays.')

export const updateBusinesses = operation({
  name: 'businesses.update-businesses',
  summary:
    'Changes many businesses at once, or none of them: fields, tags, stage, entity, category, owner, archived. Try it with a dry run first.',
  effect: 'write',
  scope: { of: 'ids', ids: ({ changes }) => changes.map(({ businessId }) => businessId) },
  permission: 'businesses.write',
  risk: 'none',
  // A rule about one of these holds this too, whatever the changes are: better asked once too often than gone round.
  carriesOut: ['businesses.update-business', 'businesses.archive-business', 'businesses.restore-business'],
  input: z.strictObject({ changes: Changes }),
  output: z.strictObject({
    items: z
      .array(
        z.strictObject({
          businessId: id('business'),
          revision: z.int().describe('What it has now.'),
          previous: Archivable.describe('What the changed fields were before; empty where nothing changed.'),
        }),
      )
      .max(CHANGES_MAX)
      .describe('One per change, in their order.'),
  }),
  examples: async (factory) => {
    const [one, other] = [await exampleBusiness(factory), await exampleBusiness(factory)]
    return [
      {
        changes: [
          { businessId: one.id, stage: 'closed' as const, addTags: ['sold'] },
          { businessId: other.id, isArchived: true, revision: other.revision },
        ],
      },
    ]
  },
  undo: (_input, { items }) => ({
    operation: 'businesses.update-businesses',
    input: {
      changes: items.map(({ businessId, previous, revision }) => ({
        businessId,
        ...previous,
        // What nobody has changed since it was made has no moves to take back.
        ...(revision > 1 && { takesBack: revision }),
      })),
    },
  }),
  async handle({ changes }, context) {
    const { changed, refusals } = await changeBusinesses(context, changes)
    if (refusals.length > 0) {
      const fields = refusals.map(({ at, field, problem }) => ({
        path: `/changes/${at}/${field}`,
        message: problem.said,
      }))
      throw changesRefused(changes.length, fields)
    }
    return {
      items: changed.map(({ business: { id: businessId, revision }, previous }) => ({
        businessId,
        revision,
        previous,
      })),
    }
  },
})
