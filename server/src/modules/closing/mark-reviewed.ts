import { z } from 'zod'
import { id, month } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { CLOSE, exampleBook } from '#server/modules/ledger/index.ts'
import { markMonth } from './mark-month.ts'
import { MarkName, note } from './schema.ts'

export const markReviewed = operation({
  name: 'closing.mark-reviewed',
  summary:
    'Says that somebody looked at a month of a book. It holds for the entries that it has then: with one more it is to be said again.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: CLOSE,
  risk: 'none',
  input: z.strictObject({
    bookId: id('book'),
    month: month(),
    note: note().nullable().default(null).describe('What was looked at.'),
  }),
  output: z.strictObject({ bookId: id('book'), month: month(), mark: MarkName, note: note().nullable() }),
  examples: async (factory) => {
    const { bookId } = await exampleBook(factory)
    return [{ bookId, month: '2026-03', note: 'With the statements of March.' }]
  },
  handle: (input, context) => markMonth(context, Object.assign(input, { mark: 'reviewed' as const })),
})
