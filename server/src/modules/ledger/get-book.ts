import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { findBook } from './books-queries.ts'
import { exampleBook } from './example-book.ts'
import { bookNotFound } from './problems.ts'
import { Book } from './schema.ts'

export const getBook = operation({
  name: 'ledger.get-book',
  summary: 'Reads one book: whose it is, its currency, and the cash that it holds.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({ bookId: id('book') }),
  output: Book,
  examples: async (factory) => [{ bookId: (await exampleBook(factory)).bookId }],
  async handle({ bookId }, { tx }) {
    const book = await findBook(tx, bookId)
    if (!book) throw bookNotFound(bookId)
    return book
  },
})
