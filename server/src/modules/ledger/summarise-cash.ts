import { z } from 'zod'
import { decimalOf } from '#kernel/money.ts'
import { operation } from '#server/catalogue/operation.ts'
import { cashOfBooks } from './books-queries.ts'
import { exampleBook } from './example-book.ts'
import { currency, signedAmount } from './schema.ts'

export const summariseCash = operation({
  name: 'ledger.summarise-cash',
  summary: 'Adds up what the cash accounts of all books hold as booked, by currency; nothing is converted.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({}),
  output: z.strictObject({
    cash: z
      .array(
        z.strictObject({
          currency: currency(),
          amount: signedAmount(),
          books: z.int().describe('In how many books it stands.'),
        }),
      )
      .max(200),
  }),
  examples: async (factory) => {
    await exampleBook(factory)
    return [{}]
  },
  async handle(_input, { tx }) {
    const cash = await cashOfBooks(tx)
    return {
      cash: cash.map(({ currency: unit, minor, books }) => ({
        currency: unit,
        amount: decimalOf(minor, unit),
        books,
      })),
    }
  },
})
