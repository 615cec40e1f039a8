import { z } from 'zod'
import type { Said } from '#kernel/languages.ts'
import { operation } from '#server/catalogue/operation.ts'
import { CLOSE, exampleBook } from '#server/modules/ledger/index.ts'
import { heldMark, Marked, MarkFields, markMonths } from './mark-months.ts'
import { note } from './schema.ts'

export const markReconciled = operation({
  name: 'closing.mark-reconciled',
  summary:
    'Says, by hand, that the cash of books agrees with the statements of their banks for a month, or for several: each holds for the entries that it has then.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: CLOSE,
  risk: 'none',
  input: z.strictObject({
    ...MarkFields,
    note: note().nullable().default(null).describe('With what it was compared.'),
  }),
  output: Marked,
  examples: async (factory) => {
    const [one, other] = [await exampleBook(factory), await exampleBook(factory)]
    return [
      { bookIds: [one.bookId], month: '2026-03', note: 'With the statements of March.' },
      { bookIds: [one.bookId, other.bookId], from: '2026-01', month: '2026-02' },
    ]
  },
  tellHeld: (input, { tx }) => heldMark(tx, input, IS_SAID),
  handle: (input, context) => markMonths(context, { ...input, mark: 'bank' }),
})

const IS_SAID: Said = {
  en: 'agrees with the statements of the banks',
  de: 'stimmt mit den Kontoauszügen überein',
}
