import { z } from 'zod'
import { id, prose } from '#server/catalogue/fields.ts'
import { onlyIds, PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countBooks, pageOfBooks } from './books-queries.ts'
import { exampleBook } from './example-book.ts'
import { Book } from './schema.ts'

const ORDER = ['name', 'id']

export const listBooks = operation({
  name: 'ledger.list-books',
  summary:
    'Pages through the books by the names of their entities, each with the cash that it holds as booked.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  resolves: 'book',
  input: z.strictObject({
    ids: onlyIds('book'),
    entityId: id('entity').optional().describe('The book of this entity.'),
    search: prose(200).optional().describe('Words in the name of the entity, or the id of a book.'),
    ...PageFields,
  }),
  output: pageOf(Book),
  examples: async (factory) => {
    const { entityId } = await exampleBook(factory)
    return [{}, { entityId }, { search: 'LLC', limit: 1 }]
  },
  async handle({ ids, entityId, search, cursor, limit }, { tx }) {
    const filter = { ids, entityId, search }
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfBooks(tx, filter, { after, limit: limit + 1 }),
      countBooks(tx, filter),
    ])
    return pageFrom(rows, { limit, order: ORDER, total, keyOf: ({ entity, id: own }) => [entity.name, own] })
  },
})
