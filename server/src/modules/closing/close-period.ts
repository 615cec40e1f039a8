import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { Language } from '#kernel/languages.ts'
import { monthDays, type Period } from '#kernel/periods.ts'
import { id, month } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { heldInBooks, CLOSE, exampleBook } from '#server/modules/ledger/index.ts'
import { closeBooks, type BookToClose } from './books-queries.ts'
import { checksOfBooks, type Checked } from './checks-of-books.ts'
import { lockedBooks } from './locked-books.ts'
import { openMonths } from './open-months.ts'
import { Blocker, BOOKS_MAX, Kind, MONTHS_AT_ONCE, note, State } from './schema.ts'
import { stateOf } from './state-of.ts'

const Outcome = z.strictObject({
  bookId: id('book'),
  state: State.describe('How the month stands now.'),
  from: month()
    .nullable()
    .describe('The first month that was closed along, or would be; null where nothing was to be closed.'),
  blockers: z.array(Blocker).max(10).describe('What stood in the way; none where it was closed.'),
})

export const closePeriod = operation({
  name: 'closing.close-period',
  summary:
    'Closes a month, and all open months before it, in many books at once: softly, so that only who closes months still posts, or for good. Each book is closed or blocked by itself.',
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
    despiteMonths: z
      .array(month())
      .max(MONTHS_AT_ONCE)
      .optional()
      .describe('The months that the reason is for; where none are named, that of `month` alone.'),
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
        despiteMonths: ['2026-01'],
      },
    ]
  },
  tellHeld: ({ bookIds, month: name, kind }, { tx }) =>
    heldInBooks(tx, bookIds, (names) => ({
      en: `${name}${kind === 'soft' ? ', softly' : ''}, in the books of ${names.en}.`,
      de: `${name}${kind === 'soft' ? ', vorläufig' : ''}, in den Büchern von ${names.de}.`,
    })),
  async handle(given, { tx, access, actor, language, record }) {
    const { bookIds, month: name, kind, despite, despiteMonths = [name] } = given
    const { studioId } = present(access, 'a book belongs to a studio')
    const { endsOn } = monthDays(name)
    const books = await lockedBooks(tx, [...new Set(bookIds)])
    const planned = books.map((book) => Object.assign({ book }, openMonths(book, name, kind)))
    const asked = planned.map(({ book, months }) => ({ id: book.id, entityId: book.entityId, months }))
    const checks = await checksOfBooks(tx, kind === 'hard' ? asked : [], language)
    const covered = new Set(despite === null ? [] : despiteMonths)
    const decided = planned.map((one) => decide(one, { checks, covered, language }))
    const closed = decided.filter(({ months, blockers }) => months.length > 0 && blockers.length === 0)
    if (closed.length > 0)
      await closeBooks(tx, {
        studioId,
        endsOn,
        kind,
        actor,
        books: closed.map(({ book, months, unmet }) => ({
          id: book.id,
          months: months.map(({ name: own, startsOn }) => ({
            startsOn,
            despite: unmet.has(own) ? despite : null,
          })),
        })),
      })
    for (const { book, months, unmet } of closed)
      record({
        type: 'closing.period-closed',
        subjectId: book.id,
        before: { state: stateOf(endsOn, book) },
        after: {
          from: months[0]?.name ?? name,
          month: name,
          state: kind,
          despite: unmet.size > 0 ? despite : null,
          despiteMonths: [...unmet],
        },
      })
    const isClosed = new Set(closed.map(({ book }) => book.id))
    return {
      month: name,
      outcomes: decided.map(({ book, months, blockers }) => ({
        bookId: book.id,
        state: isClosed.has(book.id) ? kind : stateOf(endsOn, book),
        from: months[0]?.name ?? null,
        blockers,
      })),
    }
  },
})

type Blockers = z.output<typeof Blocker>[]

interface Decided {
  book: BookToClose
  months: readonly Period[]
  /** Months whose checks are not met, and which the reason is for. */
  unmet: ReadonlySet<string>
  blockers: Blockers
}

/** All months of a book or none: whoever closes to October does not want it closed to May. */
function decide(
  { book, months, stuck }: { book: BookToClose } & ReturnType<typeof openMonths>,
  given: {
    checks: ReadonlyMap<BookToClose['id'], readonly Checked[]>
    covered: ReadonlySet<string>
    language: Language
  },
): Decided {
  const { checks, covered, language } = given
  if (stuck) {
    const { blocker, month: name, says } = stuck
    const fix = blocker === 'order' ? { operation: 'closing.close-period', bookId: book.id } : null
    const blockers = [{ blocker, months: [name], says: says[language], fix }]
    return { book, months, unmet: new Set(), blockers }
  }
  const unmet = (checks.get(book.id) ?? []).flatMap(({ month: name, checks: all }) =>
    all.filter(({ isMet }) => !isMet).map((check) => Object.assign({ name }, check)),
  )
  const left = unmet.filter(({ name }) => !covered.has(name))
  const blockers: Blockers = []
  for (const [check, own] of Map.groupBy(left, (one) => one.check)) {
    const { says, fix } = present(own[0], 'one of a group')
    blockers.push({ blocker: check, months: own.map(({ name }) => name), says, fix })
  }
  return { book, months, unmet: new Set(unmet.map(({ name }) => name)), blockers }
}
