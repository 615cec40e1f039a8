import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { cursorAfter } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { pageOfAccounts } from './accounts-queries.ts'
import { readDayCursor } from './day-cursor.ts'
import { exampleBook, exampleEntry } from './example-book.ts'
import { journalAccount, entityParts } from './journal-name.ts'
import { bookNames, currenciesOf, journalRows } from './journal-queries.ts'
import { journalHead, journalText } from './journal-text.ts'
import { postEntry } from './post-entry.ts'
import { bookNotFound } from './problems.ts'
import { ACCOUNTS_MAX, LINES_MAX } from './schema.ts'

const ORDER = ['effectiveOn', 'id']
const ENTRIES_PER_PART = 500
const TEXT_MAX = ENTRIES_PER_PART * LINES_MAX * 300

export const exportJournal = operation({
  name: 'ledger.export-journal',
  summary:
    'Writes a book as a journal that hledger or beancount reads, part by part: so a program that is not ours proves it.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({
    bookId: id('book'),
    format: z.enum(['hledger', 'beancount']).default('hledger'),
    cursor: z.string().max(1000).optional().describe('The `nextCursor` of the part before.'),
  }),
  output: z.strictObject({
    text: z.string().max(TEXT_MAX).describe('The first part begins with the accounts.'),
    nextCursor: z.string().max(1000).nullable().describe('Null on the last part.'),
  }),
  examples: async (factory) => {
    const given = await exampleBook(factory)
    await factory.invoke(postEntry, { bookId: given.bookId, ...exampleEntry(given) })
    return [{ bookId: given.bookId }, { bookId: given.bookId, format: 'beancount' as const }]
  },
  async handle({ bookId, format, cursor }, { tx }) {
    const after = readDayCursor(cursor, ORDER)
    const [names, accounts, currencies, rows] = await Promise.all([
      bookNames(tx),
      pageOfAccounts(tx, { bookId }, { after: undefined, limit: ACCOUNTS_MAX }),
      currenciesOf(tx, bookId),
      journalRows(tx, { bookId, after, limit: ENTRIES_PER_PART + 1 }),
    ])
    const part = entityParts(names).get(bookId)
    if (part === undefined) throw bookNotFound(bookId)
    const named = new Map(accounts.map((account) => [account.id, journalAccount(part, account)]))
    const shown = rows.slice(0, ENTRIES_PER_PART)
    const text = journalText(
      format,
      shown.map(({ lines, ...entry }) => ({
        ...entry,
        lines: lines.map(({ account_id: accountId, currency, minor, business_id: businessId }) => ({
          account: present(named.get(accountId), 'an account of this book'),
          currency,
          minor: BigInt(minor),
          businessId,
        })),
      })),
    )
    const head = after ? '' : `${journalHead(format, { accounts: [...named.values()], currencies })}\n`
    const last = rows.length > ENTRIES_PER_PART ? shown.at(-1) : undefined
    return {
      text: head + text,
      nextCursor: last ? cursorAfter([ORDER.join(), last.effectiveOn, last.id]) : null,
    }
  },
})
