import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { Said } from '#kernel/languages.ts'
import { decimalOf, minorOf } from '#kernel/money.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { askASecond } from '#server/modules/identity/index.ts'
import { findBook, lockManualLimit, setManualLimitRow } from './books-queries.ts'
import { exampleBook } from './example-book.ts'
import { heldInBooks } from './held-words.ts'
import { CLOSE } from './open-from.ts'
import { amountRefused, bookNotFound } from './problems.ts'
import { amount, Book } from './schema.ts'

export const setManualLimit = operation({
  name: 'ledger.set-manual-limit',
  summary:
    'Says above which sum an entry by hand waits for a second person in a book. Raising it or taking it away waits for one itself.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: CLOSE,
  risk: 'none',
  input: z.strictObject({
    bookId: id('book'),
    limit: amount().nullable().describe('The debits of an entry in the currency of the book; null for none.'),
  }),
  output: Book,
  examples: async (factory) => {
    const { bookId } = await exampleBook(factory)
    return [
      { bookId, limit: '10000.00' },
      { bookId: (await exampleBook(factory)).bookId, limit: '0' },
    ]
  },
  tellHeld: ({ bookId, limit }, { tx }) =>
    heldInBooks(tx, [bookId], (names) => ({
      en: `${limit === null ? 'No limit' : `A limit of ${limit}`} for entries by hand, in the book of ${names.en}.`,
      de: `${limit === null ? 'Keine Grenze' : `Eine Grenze von ${limit}`} für Buchungen von Hand, im Buch von ${names.de}.`,
    })),
  async handle({ bookId, limit }, context) {
    const { tx, record } = context
    const was = await lockManualLimit(tx, bookId)
    if (!was) throw bookNotFound(bookId)
    const { currency, limitMinor: before } = was
    const read = limit === null ? undefined : minorOf(limit, currency)
    if (read && 'wrong' in read) throw amountRefused(limit ?? '', currency)
    const after = read?.minor ?? null
    const isLooser = before !== null && (after === null || after > before)
    if (isLooser) await askASecond(context, { permission: CLOSE, why: loosens })
    await setManualLimitRow(tx, bookId, after)
    const told = (minor: bigint | null) => (minor === null ? null : decimalOf(minor, currency))
    record({
      type: 'ledger.manual-limit-set',
      subjectId: bookId,
      before: { limit: told(before) },
      after: { limit: told(after) },
    })
    return present(await findBook(tx, bookId), 'the book that was changed')
  },
})

const loosens: Said = {
  en: 'It raises the sum up to which one person posts by hand alone, or takes it away.',
  de: 'Es hebt den Betrag an, bis zu dem eine Person allein von Hand bucht, oder nimmt die Grenze weg.',
}
