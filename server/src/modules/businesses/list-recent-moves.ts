import { z } from 'zod'
import { addDays, today } from '#kernel/periods.ts'
import { day, id, line } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleBusiness } from './example-business.ts'
import { ATTRIBUTES, HISTORY_SORTS, pageOfMoves } from './history-queries.ts'
import { ToldMove } from './told-move.ts'
import { updateBusiness } from './update-business.ts'

const DAYS_SHOWN = 30

const RecentMove = ToldMove.extend({
  business: z.strictObject({ id: id('business'), name: line(200) }),
}).meta({ id: 'RecentBusinessMove' })

export const listRecentMoves = operation({
  name: 'businesses.list-recent-moves',
  summary:
    'Pages through what moved in the portfolio, the newest day first: changes of entity, category, stage and owner of businesses at work; not what they were added with, nor what was taken back.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'businesses.read',
  risk: 'none',
  input: z.strictObject({
    since: day()
      .optional()
      .describe(`Moves that hold from this day or later; ${DAYS_SHOWN} days back, where none is named.`),
    attribute: z.enum(ATTRIBUTES).optional().describe('Only moves of this.'),
    ...PageFields,
  }),
  output: pageOf(RecentMove),
  examples: async (factory) => {
    const { id: businessId } = await exampleBusiness(factory)
    await factory.invoke(updateBusiness, { businessId, stage: 'solution', reason: 'It sells.' })
    return [{}, { since: '2026-01-01', attribute: 'stage' as const, limit: 1 }]
  },
  async handle({ since, attribute, cursor, limit }, { tx }) {
    const order = HISTORY_SORTS.order({ sort: 'effective', descending: true })
    const filter = { since: since ?? addDays(today(), -DAYS_SHOWN), until: today(), attribute }
    const { rows, total } = await pageOfMoves(tx, filter, { order, cursor, limit: limit + 1 })
    const page = pageFrom(rows, { limit, order: order.names, total, keyOf: ({ key }) => key })
    return { ...page, items: page.items.map(({ move, business }) => Object.assign(move, { business })) }
  },
})
