import { z } from 'zod'
import type { Transaction } from '#server/database/database.ts'
import { day, id } from '#server/catalogue/fields.ts'
import { cursorAfter } from '#server/catalogue/listing.ts'
import { invalidCursor } from '#server/catalogue/problems.ts'
import { operation } from '#server/catalogue/operation.ts'
import { pageOfAccounts } from './accounts-queries.ts'
import { findBook } from './books-queries.ts'
import { readDayCursor } from './day-cursor.ts'
import { exampleBook, exampleEntry } from './example-book.ts'
import { LINE_CSV_HEAD, lineCsv } from './line-csv.ts'
import { pageOfLines } from './lines-queries.ts'
import { postEntry } from './post-entry.ts'
import { accountNotFound, bookNotFound, fromAfterTo } from './problems.ts'
import { ACCOUNTS_MAX, type Account, type PostedLine } from './schema.ts'

const ORDER = ['effectiveOn', 'entry', 'position', 'account']
const LINES_PER_PART = 5000
const TEXT_MAX = LINES_PER_PART * 4000

export const exportGeneralLedger = operation({
  name: 'ledger.export-general-ledger',
  summary:
    'The general ledger of a book as CSV, part by part: each account with its lines, the earliest first, and the balance after each. Or one account alone.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({
    bookId: id('book'),
    accountId: id('account').optional().describe('Only the lines of this account.'),
    from: day().optional().describe('The first day.'),
    to: day().optional().describe('The last day.'),
    cursor: z.string().max(1000).optional().describe('The `nextCursor` of the part before.'),
  }),
  output: z.strictObject({
    fileName: z.string().max(120),
    text: z.string().max(TEXT_MAX).describe('The first part begins with the names of the columns.'),
    nextCursor: z.string().max(1000).nullable().describe('Null on the last part.'),
  }),
  examples: async (factory) => {
    const given = await exampleBook(factory)
    await factory.invoke(postEntry, { bookId: given.bookId, ...exampleEntry(given) })
    const { bookId, cash } = given
    return [{ bookId }, { bookId, accountId: cash, from: '2026-01-01', to: '2026-12-31' }]
  },
  async handle({ bookId, accountId, from, to, cursor }, { tx }) {
    if (from !== undefined && to !== undefined && from > to) throw fromAfterTo(from, to)
    const after = readDayCursor(cursor, ORDER)
    if (!(await findBook(tx, bookId))) throw bookNotFound(bookId)
    const all = await pageOfAccounts(tx, { bookId }, { after: undefined, limit: ACCOUNTS_MAX })
    const accounts = all.filter((one) => accountId === undefined || one.id === accountId)
    if (accountId !== undefined && accounts.length === 0) throw accountNotFound(accountId)
    const begin = after ? accounts.findIndex((one) => one.id === after[3]) : 0
    if (begin < 0) throw invalidCursor(cursor ?? '')
    const { lines, hasMore } = await linesOf(tx, accounts.slice(begin), {
      days: { from, to },
      after: after?.slice(0, 3),
    })
    const last = hasMore ? lines.at(-1) : undefined
    const of = accountId === undefined ? 'general-ledger' : `account-${accounts[0]?.code ?? ''}`
    return {
      fileName: `${[of, from, to].filter((part) => part !== undefined).join('-')}.csv`,
      text: (after ? '' : LINE_CSV_HEAD) + lineCsv(lines),
      nextCursor: last
        ? cursorAfter([ORDER.join(), last.effectiveOn, last.entry.id, String(last.position), last.account.id])
        : null,
    }
  },
})

/** As many as a part holds, account by account: each is read by its index from where the part before ended. */
async function linesOf(
  tx: Transaction,
  accounts: readonly Account[],
  given: { days: { from: string | undefined; to: string | undefined }; after: readonly string[] | undefined },
): Promise<{ lines: PostedLine[]; hasMore: boolean }> {
  const { days, after } = given
  const lines: PostedLine[] = []
  for (const [at, { id: accountId, type }] of accounts.entries()) {
    const left = LINES_PER_PART - lines.length
    const filter = { accountId, ...days }
    const page = await pageOfLines(tx, filter, {
      after: at === 0 ? after : undefined,
      limit: left + 1,
      type,
      first: 'earliest',
    })
    lines.push(...page.slice(0, left))
    if (page.length > left) return { lines, hasMore: true }
  }
  return { lines, hasMore: false }
}
