import { z } from 'zod'
import { id, month } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { CLOSE, exampleBook } from '#server/modules/ledger/index.ts'
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
  async handle({ bookId, month: name, mark }, { tx, record }) {
    const { startsOn } = await openMonth(tx, bookId, name)
    const was = await deleteMark(tx, { bookId, startsOn, mark })
    if (!was) throw notMarked(name)
    const before = { month: name, mark, note: was.note }
    record({ type: 'closing.month-unmarked', subjectId: bookId, before })
    return { bookId, month: name, mark }
  },
})
