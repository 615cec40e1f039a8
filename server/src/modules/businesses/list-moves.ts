import { z } from 'zod'
import { actorKind, day, id, instant, prose } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleBusiness } from './example-business.ts'
import { ATTRIBUTES, HISTORY_SORTS, countMoves, pageOfMoves } from './history-queries.ts'
import { updateBusiness } from './update-business.ts'

const Value = z.strictObject({
  id: z.string().max(40).describe('The stage, or the id of the entity, category or person.'),
  name: z.string().max(200).nullable().describe('As it is called now; null where it is not open to you.'),
})

const Move = z
  .strictObject({
    id: id('business_move'),
    attribute: z.enum(ATTRIBUTES),
    from: Value.nullable().describe('What stands before it in the history; null where that is nothing.'),
    to: Value.nullable().describe('Null where it has none from then on.'),
    effectiveOn: day().describe('The day from which it holds.'),
    recordedAt: instant(),
    decidedBy: z.strictObject({
      kind: actorKind(),
      id: z.string().max(60),
      name: z.string().max(200).nullable().describe('As it is now; null where it is not known any more.'),
    }),
    evidence: prose(4000),
    reason: prose(1000),
    withdrawnAt: instant().nullable().describe('When it was taken back; it counts for nothing since.'),
  })
  .meta({ id: 'BusinessMove' })

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
  output: pageOf(Move),
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
    const [rows, total] = await Promise.all([
      pageOfMoves(tx, { businessId, attribute }, { order, cursor, limit: limit + 1 }),
      countMoves(tx, { businessId, attribute }),
    ])
    const page = pageFrom(rows, { limit, order: order.names, total, keyOf: ({ key }) => key })
    return { ...page, items: page.items.map(({ move }) => move) }
  },
})
