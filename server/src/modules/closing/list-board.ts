import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { lastEndedBefore, today, monthDays } from '#kernel/periods.ts'
import { onlyIds, PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { prose, month } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleBook } from '#server/modules/ledger/index.ts'
import { closedPeriods, countBoard, pageOfBoard } from './books-queries.ts'
import { checksOfBooks } from './checks-of-books.ts'
import { openMonths } from './open-months.ts'
import { BoardRow } from './schema.ts'
import { stateOf } from './state-of.ts'

const ORDER = ['name', 'id']

export const listBoard = operation({
  name: 'closing.list-board',
  summary:
    'Pages through the books as they stand before a month is closed: open or closed, and what of the checklist is met or still to do, and where.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({
    month: month().optional().describe('The last one that is over, where it is not named.'),
    ids: onlyIds('book'),
    search: prose(200).optional().describe('Words in the name of the entity, or the id of a book.'),
    ...PageFields,
  }),
  output: pageOf(BoardRow),
  examples: async (factory) => {
    const { bookId } = await exampleBook(factory)
    return [{ ids: [bookId], month: '2026-03' }, { limit: 1 }]
  },
  async handle({ month: wanted, ids, search, cursor, limit }, { tx, language }) {
    const period = monthDays(wanted ?? lastEndedBefore('month', today()).name)
    const { name, startsOn, endsOn } = period
    const after = readCursor(cursor, ORDER)
    const [books, total] = await Promise.all([
      pageOfBoard(tx, { ids, search }, { after, limit: limit + 1 }),
      countBoard(tx, { ids, search }),
    ])
    const [checks, closed] = await Promise.all([
      checksOfBooks(
        tx,
        books.map((book) => ({ id: book.id, entityId: book.entityId, months: [period] })),
        language,
      ),
      closedPeriods(
        tx,
        books.map((book) => book.id),
        startsOn,
      ),
    ])
    const rows = books.map((book): BoardRow => {
      const how = closed.get(book.id)
      const [own] = present(checks.get(book.id), 'checks of every book')
      const { checks: told, differences } = present(own, 'checks of the month')
      return {
        id: book.id,
        entity: { id: book.entityId, name: book.entityName },
        currency: book.currency,
        state: stateOf(endsOn, book),
        closedThrough: book.closedThrough,
        softClosedThrough: book.softClosedThrough,
        closed: how
          ? {
              kind: how.kind,
              despite: how.despite,
              by: { kind: how.actorKind, id: how.actorId },
              at: how.closedAt,
            }
          : null,
        closesFrom: openMonths(book, name, 'hard').months[0]?.name ?? null,
        checks: told,
        differences,
      }
    })
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ entity, id: own }) => [entity.name, own] })
  },
})
