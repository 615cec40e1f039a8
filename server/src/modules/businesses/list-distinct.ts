import { z } from 'zod'
import { id, line } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countApart, pageOfApart } from './apart-queries.ts'
import { examplePair } from './business-pair.ts'
import { markDistinct } from './mark-distinct.ts'

const ORDER = ['business', 'other']

const DistinctPair = z
  .strictObject({
    business: z.strictObject({ id: id('business'), name: line(200) }),
    other: z.strictObject({ id: id('business'), name: line(200) }),
    reason: z.string().max(400),
  })
  .meta({ id: 'DistinctPair' })

export const listDistinct = operation({
  name: 'businesses.list-distinct',
  summary: 'Pages through the pairs of businesses that somebody marked as distinct, with the reason.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'businesses.read',
  risk: 'none',
  input: z.strictObject({
    businessId: id('business').optional().describe('Only the pairs that it is in.'),
    ...PageFields,
  }),
  output: pageOf(DistinctPair),
  examples: async (factory) => {
    const pair = await factory.invoke(markDistinct, await examplePair(factory))
    return [{ businessId: pair.businessId }, { limit: 1 }]
  },
  async handle({ businessId, cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfApart(tx, { businessId, after, limit: limit + 1 }),
      countApart(tx, businessId),
    ])
    const page = pageFrom(rows, {
      limit,
      order: ORDER,
      total,
      keyOf: ({ low_id, high_id }) => [low_id, high_id],
    })
    return {
      ...page,
      items: page.items.map((row) => ({
        business: { id: row.low_id, name: row.low_name },
        other: { id: row.high_id, name: row.high_name },
        reason: row.reason,
      })),
    }
  },
})
