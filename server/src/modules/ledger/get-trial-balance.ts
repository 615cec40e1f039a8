import { z } from 'zod'
import { decimalOf } from '#kernel/money.ts'
import { today } from '#kernel/periods.ts'
import { day, givenInstant, id, instant } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { pageOfAccounts } from './accounts-queries.ts'
import { balancesAsOf } from './balances-queries.ts'
import { findBook } from './books-queries.ts'
import { exampleBook, exampleEntry } from './example-book.ts'
import { postEntry } from './post-entry.ts'
import { bookNotFound } from './problems.ts'
import { entityParts, journalAccount } from './journal-name.ts'
import { bookNames } from './journal-queries.ts'
import { ACCOUNTS_MAX, AccountFields, amount, currency, signedAmount } from './schema.ts'

/** An exchange account has a row for each currency. */
const ROWS_MAX = ACCOUNTS_MAX + 200

const Row = z.strictObject({
  account: z.strictObject({
    id: id('account'),
    code: AccountFields.code,
    name: AccountFields.name,
    type: AccountFields.type,
    parentId: id('account').nullable(),
  }),
  journalAccount: z.string().max(600).describe('Its name in the journals that ledger.export-journal writes.'),
  currency: currency(),
  balance: signedAmount().describe('Debits less credits.'),
  debit: amount().nullable().describe('The balance where debits are more; null where credits are.'),
  credit: amount().nullable(),
})

export const getTrialBalance = operation({
  name: 'ledger.get-trial-balance',
  summary:
    'What stands on each account of a book, as of a day and as it was known at an instant, and that debits equal credits.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({
    bookId: id('book'),
    effectiveOn: day()
      .optional()
      .describe('With all that counts up to this day; today in UTC where it is not named.'),
    recordedAt: givenInstant()
      .optional()
      .describe('As it was known at this instant: what was recorded later is left out.'),
  }),
  output: z.strictObject({
    book: z.strictObject({
      id: id('book'),
      entity: z.strictObject({ id: id('entity'), name: z.string().max(200) }),
    }),
    effectiveOn: day(),
    recordedAt: instant().nullable(),
    rows: z.array(Row).max(ROWS_MAX).describe('By code; accounts that hold nothing are left out.'),
    totals: z
      .array(z.strictObject({ currency: currency(), debit: amount(), credit: amount() }))
      .max(200)
      .describe('Debits and credits are equal in each currency.'),
  }),
  examples: async (factory) => {
    const given = await exampleBook(factory)
    await factory.invoke(postEntry, { bookId: given.bookId, ...exampleEntry(given) })
    return [
      { bookId: given.bookId },
      { bookId: given.bookId, effectiveOn: '2026-06-30', recordedAt: '2026-07-01T00:00:00Z' },
    ]
  },
  async handle({ bookId, effectiveOn = today(), recordedAt = null }, { tx }) {
    const [book, names, accounts, balances] = await Promise.all([
      findBook(tx, bookId),
      bookNames(tx),
      pageOfAccounts(tx, { bookId }, { after: undefined, limit: ACCOUNTS_MAX }),
      balancesAsOf(tx, bookId, { effectiveOn, recordedAt }),
    ])
    if (!book) throw bookNotFound(bookId)
    const part = entityParts(names).get(bookId) ?? ''
    const byAccount = Map.groupBy(balances, ({ accountId }) => accountId)
    const rows = accounts.flatMap(({ id: accountId, code, name, type, parentId }) =>
      (byAccount.get(accountId) ?? [])
        .toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
        .map(({ currency: unit, minor }) => ({
          account: { id: accountId, code, name, type, parentId },
          journalAccount: journalAccount(part, { code, name, type }),
          currency: unit,
          balance: decimalOf(minor, unit),
          debit: minor > 0n ? decimalOf(minor, unit) : null,
          credit: minor < 0n ? decimalOf(-minor, unit) : null,
        })),
    )
    return {
      book: { id: bookId, entity: book.entity },
      effectiveOn,
      recordedAt,
      rows,
      totals: totalsOf(balances),
    }
  },
})

function totalsOf(balances: readonly { currency: string; minor: bigint }[]) {
  const currencies = [...new Set(balances.map((one) => one.currency))].toSorted()
  return currencies.map((unit) => {
    const own = balances.flatMap((one) => (one.currency === unit ? [one.minor] : []))
    const sum = (side: bigint[]) =>
      decimalOf(
        side.reduce((total, one) => total + one, 0n),
        unit,
      )
    return {
      currency: unit,
      debit: sum(own.filter((minor) => minor > 0n)),
      credit: sum(own.filter((minor) => minor < 0n).map((minor) => -minor)),
    }
  })
}
