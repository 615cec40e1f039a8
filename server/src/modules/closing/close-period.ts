import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { addDays, today, monthDays } from '#kernel/periods.ts'
import type { Said } from '#kernel/languages.ts'
import { id, month } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { bookNotFound, CLOSE, exampleBook } from '#server/modules/ledger/index.ts'
import { closeBooks, lockBooks, type BookToClose } from './books-queries.ts'
import { checksOfBooks } from './checks-of-books.ts'
import { Blocker, Kind, note, State } from './schema.ts'
import { stateOf } from './state-of.ts'

export const BOOKS_MAX = 500

const Outcome = z.strictObject({
  bookId: id('book'),
  state: State.describe('How the month stands now.'),
  blockers: z.array(Blocker).max(10).describe('What stood in the way; none where it was closed.'),
})

export const closePeriod = operation({
  name: 'closing.close-period',
  summary:
    'Closes a month in many books at once: softly, so that only who closes months still posts, or for good. Each is closed or blocked by itself.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: CLOSE,
  risk: 'none',
  input: z.strictObject({
    bookIds: z.array(id('book')).min(1).max(BOOKS_MAX),
    month: month(),
    kind: Kind,
    despite: note()
      .nullable()
      .default(null)
      .describe('Why it is closed for good although checks are not met; it stays in the record.'),
  }),
  output: z.strictObject({ month: z.string().max(7), outcomes: z.array(Outcome).max(BOOKS_MAX) }),
  examples: async (factory) => {
    const [one, other] = [await exampleBook(factory), await exampleBook(factory)]
    return [
      { bookIds: [one.bookId, other.bookId], month: '2026-01', kind: 'soft' as const },
      {
        bookIds: [one.bookId],
        month: '2026-01',
        kind: 'hard' as const,
        despite: 'Nothing happened before February.',
      },
    ]
  },
  async handle({ bookIds, month: name, kind, despite }, { tx, access, actor, language, record }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const { startsOn, endsOn } = monthDays(name)
    const wanted = [...new Set(bookIds)]
    const books = await lockBooks(tx, wanted)
    const missing = wanted.find((one) => !books.some((book) => book.id === one))
    if (missing) throw bookNotFound(missing)
    const isChecked = kind === 'hard' && despite === null
    const checks = await checksOfBooks(tx, isChecked ? books : [], { startsOn, endsOn, language })
    const decided = books.map((book) => {
      const order = inOrder(book, { startsOn, endsOn, kind })
      const unmet = (checks.get(book.id)?.checks ?? []).flatMap((one) =>
        one.isMet ? [] : [{ blocker: one.check, says: one.says, fix: one.fix }],
      )
      const isThere = isAlready(book, endsOn, kind)
      return {
        book,
        isNew: !isThere,
        blockers: isThere ? [] : order ? [Object.assign(order, { says: order.says[language] })] : unmet,
      }
    })
    const closed = decided.flatMap(({ book, isNew, blockers }) =>
      isNew && blockers.length === 0 ? [book] : [],
    )
    if (closed.length > 0)
      await closeBooks(tx, {
        studioId,
        startsOn,
        endsOn,
        kind,
        despite: kind === 'hard' ? despite : null,
        actor,
        bookIds: closed.map((book) => book.id),
      })
    for (const book of closed)
      record({
        type: 'closing.period-closed',
        subjectId: book.id,
        before: { state: stateOf(endsOn, book) },
        after: { month: name, state: kind, despite },
      })
    const isClosed = new Set(closed.map((book) => book.id))
    return {
      month: name,
      outcomes: decided.map(({ book, blockers }) => ({
        bookId: book.id,
        state: isClosed.has(book.id) ? kind : stateOf(endsOn, book),
        blockers,
      })),
    }
  },
})

function isAlready(book: BookToClose, endsOn: string, kind: Kind): boolean {
  const state = stateOf(endsOn, book)
  return state === 'hard' || state === kind
}

/** Months are closed one after the other, and after they are over: what no reason gets past. */
function inOrder(
  book: BookToClose,
  { startsOn, endsOn, kind }: { startsOn: string; endsOn: string; kind: Kind },
):
  | {
      blocker: 'order' | 'not-over'
      says: Said
      fix: null | { operation: string; bookId: BookToClose['id'] }
    }
  | undefined {
  if (endsOn >= today()) return { blocker: 'not-over', says: notOver(endsOn), fix: null }
  const { closedThrough, softClosedThrough } = book
  const through = kind === 'hard' ? closedThrough : (softClosedThrough ?? closedThrough)
  // Where nothing is closed yet, everything before the first entry is closed along.
  const firstOpen = through === null ? book.firstOn : addDays(through, 1)
  if (firstOpen === null || firstOpen >= startsOn) return undefined
  return {
    blocker: 'order',
    says: notInOrder(firstOpen.slice(0, 7)),
    fix: { operation: 'closing.close-period', bookId: book.id },
  }
}

const notOver = (endsOn: string): Said => ({
  en: `The month ends on ${endsOn}, and is closed when it is over.`,
  de: `Der Monat endet am ${endsOn} und wird abgeschlossen, wenn er vorüber ist.`,
})
const notInOrder = (first: string): Said => ({
  en: `${first} is still open, and months are closed one after the other. Close it first.`,
  de: `${first} ist noch offen, und Monate werden der Reihe nach abgeschlossen. Schließen Sie ihn zuerst ab.`,
})
