import { z } from 'zod'
import type { Said } from '#kernel/languages.ts'
import { id, month } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { calledSaid, CLOSE, exampleBook, heldInBooks } from '#server/modules/ledger/index.ts'
import { openMonth } from './mark-months.ts'
import { markReviewed } from './mark-reviewed.ts'
import { deleteMark } from './marks-queries.ts'
import { notMarked } from './problems.ts'
import { MarkName } from './schema.ts'

const Fields = { bookId: id('book'), month: month(), mark: MarkName }

export const unmarkMonth = operation({
  name: 'closing.unmark-month',
  summary:
    'Takes back what was said by hand of a month of a book: that it was reviewed, or agrees with the bank.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: CLOSE,
  risk: 'none',
  input: z.strictObject(Fields),
  output: z.strictObject(Fields),
  examples: async (factory) => {
    const { bookId } = await exampleBook(factory)
    await factory.invoke(markReviewed, { bookIds: [bookId], month: '2026-03' })
    return [{ bookId, month: '2026-03', mark: 'reviewed' as const }]
  },
  tellHeld: ({ bookId, month: name, mark }, { tx, changes: [change] }) => {
    const { note } = z.object({ note: z.string().nullable() }).parse(change?.before)
    const [marked, why] = [MARKS[mark], note === null ? undefined : calledSaid(note)]
    return heldInBooks(tx, [bookId], (names) => ({
      en: `${name}, ${marked.en}${why ? ` (${why.en})` : ''}, in the book of ${names.en}.`,
      de: `${name}, ${marked.de}${why ? ` (${why.de})` : ''}, im Buch von ${names.de}.`,
    }))
  },
  async handle({ bookId, month: name, mark }, { tx, record }) {
    const { startsOn } = await openMonth(tx, bookId, name)
    const was = await deleteMark(tx, { bookId, startsOn, mark })
    if (!was) throw notMarked(name)
    const before = { month: name, mark, note: was.note }
    record({ type: 'closing.month-unmarked', subjectId: bookId, before })
    return { bookId, month: name, mark }
  },
})

const MARKS: Record<MarkName, Said> = {
  bank: { en: 'agreed with the bank', de: 'mit der Bank abgestimmt' },
  reviewed: { en: 'reviewed', de: 'durchgesehen' },
}
