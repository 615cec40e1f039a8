import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { Said } from '#kernel/languages.ts'
import { monthDays, nextPeriod, type Period } from '#kernel/periods.ts'
import { id, month } from '#server/catalogue/fields.ts'
import type { CallContext, HeldWords } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import { heldInBooks } from '#server/modules/ledger/index.ts'
import type { LockedBook } from './books-queries.ts'
import { lockedBooks } from './locked-books.ts'
import { setMarks } from './marks-queries.ts'
import { monthIsClosed, monthsTurned, tooManyMonths } from './problems.ts'
import { BOOKS_MAX, MarkName, MONTHS_AT_ONCE } from './schema.ts'
import { firstOpen } from './open-months.ts'
import { stateOf } from './state-of.ts'

export const MarkFields = {
  bookIds: z.array(id('book')).min(1).max(BOOKS_MAX),
  month: month(),
  from: month()
    .optional()
    .describe(
      'Where several months are marked: the first of them. Those before the first entry of a book, and those closed for good, are left out.',
    ),
}
export const Marked = z.strictObject({
  month: month(),
  mark: MarkName,
  marked: z
    .array(z.strictObject({ bookId: id('book'), months: z.array(month()).max(MONTHS_AT_ONCE) }))
    .max(BOOKS_MAX)
    .describe('What was marked. A mark that still holds stays as it is, with its note.'),
})

interface Given {
  bookIds: Id<'book'>[]
  month: string
  from?: string | undefined
  mark: MarkName
  note: string | null
}

/** Locks the books first: what a person says of a month is said of the entries that it has then. */
export async function markMonths(
  { tx, access, actor, record }: CallContext,
  { bookIds, month: name, from = name, mark, note: said }: Given,
): Promise<z.output<typeof Marked>> {
  const { studioId } = present(access, 'a book belongs to a studio')
  const months = monthsFrom(from, name)
  const books = await lockedBooks(tx, [...new Set(bookIds)])
  const wanted = books.map((book) => ({ book, months: markable(book, months) }))
  if (wanted.every(({ months: own }) => own.length === 0)) throw monthIsClosed(name, books.length)
  const pairs = wanted.flatMap(({ book, months: own }) =>
    own.map(({ startsOn }) => ({ bookId: book.id, startsOn })),
  )
  const set = Map.groupBy(
    await setMarks(tx, { studioId, pairs, mark, note: said, actor }),
    ({ bookId }) => bookId,
  )
  const marked = books.map(({ id: bookId }) => ({
    bookId,
    months: (set.get(bookId) ?? []).map((one) => one.month).toSorted(),
  }))
  for (const { bookId, months: own } of marked)
    if (own.length > 0)
      record({
        type: 'closing.month-marked',
        subjectId: bookId,
        after: { month: own.at(-1), months: own.length, from: own[0], mark, note: said },
      })
  return { month: name, mark, marked }
}

/** Of a month that is closed for good nothing is said any more. */
export async function openMonth(tx: Transaction, bookId: Id<'book'>, name: string): Promise<Period> {
  const days = monthDays(name)
  const [book] = await lockedBooks(tx, [bookId])
  if (stateOf(days.endsOn, present(book, 'a book that was locked')) === 'hard') throw monthIsClosed(name, 1)
  return days
}

export function heldMark(
  tx: Transaction,
  { bookIds, month: name, from = name, note: said }: Omit<Given, 'mark'>,
  what: Said,
): Promise<HeldWords | undefined> {
  const months = {
    en: from === name ? name : `${from} to ${name}`,
    de: from === name ? name : `${from} bis ${name}`,
  }
  const added = { en: said === null ? '' : ` Note: ${said}`, de: said === null ? '' : ` Vermerk: ${said}` }
  return heldInBooks(tx, bookIds, (names) => ({
    en: `${months.en} ${what.en}, in the books of ${names.en}.${added.en}`,
    de: `${months.de} ${what.de}, in den Büchern von ${names.de}.${added.de}`,
  }))
}

function monthsFrom(from: string, to: string): Period[] {
  if (from > to) throw monthsTurned(from, to)
  const months = [monthDays(from)]
  for (let at = months[0]; at && at.name !== to; at = months.at(-1)) {
    if (months.length === MONTHS_AT_ONCE) throw tooManyMonths(MONTHS_AT_ONCE)
    months.push(nextPeriod(at))
  }
  return months
}

/** Those that would be closed along with the last, and so none before the first entry of the book. */
function markable(book: LockedBook, months: readonly Period[]): Period[] {
  const first = firstOpen(book, present(months.at(-1), 'at least one month'), 'hard')
  return months.filter((one) => one.startsOn >= first.startsOn && stateOf(one.endsOn, book) !== 'hard')
}
