import { z } from 'zod'
import { day, givenInstant, id } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { findAccount } from './accounts-queries.ts'
import { readDayCursor } from './day-cursor.ts'
import { exampleBook, exampleEntry } from './example-book.ts'
import { countLines, pageOfLines } from './lines-queries.ts'
import { postEntry } from './post-entry.ts'
import { accountNotFound, fromAfterTo } from './problems.ts'
import { currency, PostedLine } from './schema.ts'

const ORDER = ['effectiveOn', 'entry', 'position']

export const listLines = operation({
  name: 'ledger.list-lines',
  summary: 'The statement of an account: its lines, the latest first, each with the balance after it.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({
    accountId: id('account'),
    currency: currency().optional().describe('Only lines in it; an exchange account has several.'),
    businessId: id('business').optional().describe('Only lines of this business; then no balance is told.'),
    partnerEntityId: id('entity')
      .optional()
      .describe('Only lines with this entity on the other side; then no balance is told.'),
    categoryId: id('category')
      .optional()
      .describe('Only lines of the businesses that are in it now; then no balance is told.'),
    isOfNoBusiness: z
      .boolean()
      .optional()
      .describe('Only lines that name no business; then no balance is told.'),
    recordedAt: givenInstant()
      .optional()
      .describe('Only lines that had been recorded by this instant; then no balance is told.'),
    from: day().optional().describe('The first day.'),
    to: day().optional().describe('The last day.'),
    ...PageFields,
  }),
  output: pageOf(PostedLine),
  examples: async (factory) => {
    const given = await exampleBook(factory)
    await factory.invoke(postEntry, { bookId: given.bookId, ...exampleEntry(given) })
    return [
      { accountId: given.cash },
      { accountId: given.cash, currency: 'USD', from: '2026-01-01', to: '2026-12-31', limit: 1 },
      { accountId: given.cash, recordedAt: '2027-01-31T00:00:00Z' },
    ]
  },
  async handle({ accountId, cursor, limit, from, to, ...given }, { tx }) {
    if (from !== undefined && to !== undefined && from > to) throw fromAfterTo(from, to)
    const account = await findAccount(tx, accountId)
    if (!account) throw accountNotFound(accountId)
    const filter = { accountId, from, to, ...given }
    const after = readDayCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfLines(tx, filter, { after, limit: limit + 1, type: account.type }),
      countLines(tx, filter),
    ])
    return pageFrom(rows, {
      limit,
      order: ORDER,
      total,
      keyOf: ({ effectiveOn, entry, position }) => [effectiveOn, entry.id, String(position)],
    })
  },
})
