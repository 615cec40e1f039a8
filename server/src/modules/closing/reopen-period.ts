import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { Said } from '#kernel/languages.ts'
import { day, id, month } from '#server/catalogue/fields.ts'
import { monthDays } from '#kernel/periods.ts'
import { operation } from '#server/catalogue/operation.ts'
import { askASecond } from '#server/modules/identity/index.ts'
import { heldInBooks, bookNotFound, CLOSE, exampleBook } from '#server/modules/ledger/index.ts'
import { lockBooks, reopenBook } from './books-queries.ts'
import { closePeriod } from './close-period.ts'
import { notClosed } from './problems.ts'
import { note } from './schema.ts'
import { stateOf } from './state-of.ts'

export const reopenPeriod = operation({
  name: 'closing.reopen-period',
  summary:
    'Opens a closed month of a book, and every month after it. Somebody else has to accept it first, where there is somebody who could.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: CLOSE,
  risk: 'none',
  input: z.strictObject({ bookId: id('book'), month: month(), reason: note().describe('Why it is opened.') }),
  output: z.strictObject({
    bookId: id('book'),
    closedThrough: day().nullable(),
    softClosedThrough: day().nullable(),
  }),
  examples: async (factory) => {
    const { bookId } = await exampleBook(factory)
    const despite = 'Nothing happened.'
    await factory.invoke(closePeriod, { bookIds: [bookId], month: '2026-01', kind: 'hard', despite })
    return [{ bookId, month: '2026-01', reason: 'An invoice of January came late.' }]
  },
  tellHeld: ({ bookId, month: name }, { tx }) =>
    heldInBooks(tx, [bookId], (names) => ({
      en: `${name} and all months after it, in the book of ${names.en}.`,
      de: `${name} und alle Monate danach, im Buch von ${names.de}.`,
    })),
  async handle({ bookId, month: name, reason }, context) {
    const { tx, record } = context
    const { startsOn, endsOn } = monthDays(name)
    const [book] = await lockBooks(tx, [bookId])
    if (!book) throw bookNotFound(bookId)
    if (stateOf(endsOn, book) === 'open') throw notClosed(name)
    const why = opens(book.entityName, name, reason)
    const hasSecond = await askASecond(context, { permission: CLOSE, why })
    await reopenBook(tx, { bookId, startsOn })
    const [after] = await lockBooks(tx, [bookId])
    const { closedThrough, softClosedThrough } = present(after, 'the book that was opened')
    record({
      type: 'closing.period-reopened',
      subjectId: bookId,
      before: { closedThrough: book.closedThrough, softClosedThrough: book.softClosedThrough },
      after: {
        month: name,
        reason,
        closedThrough,
        softClosedThrough,
        secondPerson: hasSecond ? 'accepted' : 'nobody else could accept it',
      },
    })
    return { bookId, closedThrough, softClosedThrough }
  },
})

const opens = (entity: string, name: string, reason: string): Said => ({
  en: `It opens ${name} and all months after it in the book of ${entity}: ${reason}`,
  de: `Es öffnet ${name} und alle Monate danach im Buch von ${entity}: ${reason}`,
})
