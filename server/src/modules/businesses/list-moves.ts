import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleBusiness } from './example-business.ts'
import { ATTRIBUTES, HISTORY_SORTS, pageOfMoves } from './history-queries.ts'
import { ToldMove } from './told-move.ts'
import { updateBusiness } from './update-business.ts'

export const listMoves = operation({
  name: 'businesses.list-moves',
  summary:
    'Pages through the history of a business, the newest day first: from when on it was in which entity and category, at which stage, and whose.',
  effect: 'read',
  scope: { of: 'ids', ids: ({ businessId }) => [businessId] },
  permission: 'businesses.read',
  risk: 'none',
  input: z.strictObject({
    businessId: id('business'),
    attribute: z.enum(ATTRIBUTES).optional().describe('Only moves of this.'),
    ...PageFields,
  }),
  output: pageOf(ToldMove),
  examples: async (factory) => {
    const { id: businessId } = await exampleBusiness(factory)
    await factory.invoke(updateBusiness, {
      businessId,
      stage: 'solution',
      evidence: 'Five letters of intent.',
    })
    return [{ businessId }, { businessId, attribute: 'stage' as const, limit: 1 }]
  },
  async handle({ businessId, attribute, cursor, limit }, { tx }) {
    const order = HISTORY_SORTS.order({ sort: 'effective', descending: true })
    const { rows, total } = await pageOfMoves(
      tx,
      { businessId, attribute },
      { order, cursor, limit: limit + 1 },
    )
    const page = pageFrom(rows, { limit, order: order.names, total, keyOf: ({ key }) => key })
    return { ...page, items: page.items.map(({ move }) => move) }
  },
})
