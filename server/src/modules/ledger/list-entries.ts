import { z } from 'zod'
import { day, id, prose } from '#server/catalogue/fields.ts'
import { onlyIds, PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { countEntries, pageOfEntries } from './entries-queries.ts'
import { readDayCursor } from './day-cursor.ts'
import { exampleBook } from './example-book.ts'
import { fromAfterTo } from './problems.ts'
import { EntrySummary } from './schema.ts'

const ORDER = ['effectiveOn', 'id']

export const listEntries = operation({
  name: 'ledger.list-entries',
  summary: 'Pages through posted entries, the latest day first; by book, account, business, days or words.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  resolves: 'entry',
  input: z.strictObject({
    ids: onlyIds('entry'),
    bookId: id('book').optional(),
    accountId: id('account').optional().describe('Those with a line on this account.'),
    businessId: id('business').optional().describe('Those with a line of this business.'),
    search: prose(200).optional().describe('Words in the memo, an external id or an id.'),
    from: day().optional().describe('The first day.'),
    to: day().optional().describe('The last day.'),
    ...PageFields,
  }),
  output: pageOf(EntrySummary),
  examples: async (factory) => {
    const { bookId, cash } = await exampleBook(factory)
    return [
      {},
      { bookId, accountId: cash, from: '2026-01-01', to: '2026-12-31' },
      { search: 'sale', limit: 1 },
    ]
  },
  async handle({ cursor, limit, ...filter }, { tx }) {
    const { from, to } = filter
    if (from !== undefined && to !== undefined && from > to) throw fromAfterTo(from, to)
    const after = readDayCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfEntries(tx, filter, { after, limit: limit + 1 }),
      countEntries(tx, filter),
    ])
    return pageFrom(rows, {
      limit,
      order: ORDER,
      total,
      keyOf: ({ effectiveOn, id: own }) => [effectiveOn, own],
    })
  },
})
