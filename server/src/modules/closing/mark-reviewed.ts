import { z } from 'zod'
import type { Said } from '#kernel/languages.ts'
import { operation } from '#server/catalogue/operation.ts'
import { CLOSE, exampleBook } from '#server/modules/ledger/index.ts'
import { heldMark, Marked, MarkFields, markMonths } from './mark-months.ts'
import { note } from './schema.ts'

export const markReviewed = operation({
  name: 'closing.mark-reviewed',
  summary:
    'Says that somebody looked at a month of books, or at several. Each holds for the entries that it has then: with one more it is to be said again.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: CLOSE,
  risk: 'none',
  input: z.strictObject({
    ...MarkFields,
    note: note().nullable().default(null).describe('What was looked at.'),
  }),
  output: Marked,
  examples: async (factory) => {
    const { bookId } = await exampleBook(factory)
    return [
      { bookIds: [bookId], month: '2026-03', note: 'Every account above 10,000.' },
      { bookIds: [bookId], from: '2026-01', month: '2026-02' },
    ]
  },
  tellHeld: (input, { tx }) => heldMark(tx, input, IS_SAID),
  handle: (input, context) => markMonths(context, { ...input, mark: 'reviewed' }),
})

const IS_SAID: Said = { en: 'is reviewed', de: 'ist durchgesehen' }
