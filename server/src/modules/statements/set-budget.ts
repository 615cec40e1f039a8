import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { minorOf } from '#kernel/money.ts'
import { monthDays } from '#kernel/periods.ts'
import { id, month } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { bookNotFound, exampleBook, findBookOfStatement, signedAmount } from '../ledger/index.ts'
import { resultAccounts, writeBudget } from './budgets-queries.ts'
import { heldBudget } from './held-budget.ts'
import { budgetRefused, notAResult, wrongBudgetAmount } from './problems.ts'
import { findBusinessHeld } from './statements-queries.ts'

const ROWS_MAX = 2000

export const BudgetLine = z.strictObject({
  accountId: id('account').describe('An account of income or expenses.'),
  businessId: id('business').nullable().default(null).describe('Null for what is the entity’s as a whole.'),
  month: month(),
  amount: signedAmount()
    .nullable()
    .describe('In the currency of the book; income and expenses are both positive. Null takes it away.'),
})

export const setBudget = operation({
  name: 'statements.set-budget',
  summary: 'Sets what an account is meant to come to in a month, for a business or the entity as a whole.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.write',
  risk: 'none',
  input: z.strictObject({ bookId: id('book'), lines: z.array(BudgetLine).min(1).max(ROWS_MAX) }),
  output: z.strictObject({ lines: z.int() }),
  examples: async (factory) => {
    const { bookId, sales } = await exampleBook(factory)
    return [
      {
        bookId,
        lines: [
          { accountId: sales, month: '2026-03', amount: '12000.00' },
          { accountId: sales, month: '2026-04', amount: '12500' },
        ],
      },
      { bookId, lines: [{ accountId: sales, month: '2026-05', amount: null }] },
    ]
  },
  tellHeld: ({ bookId, lines }, { tx }) => heldBudget(tx, bookId, lines),
  async handle({ bookId, lines }, { tx, access, record }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const book = await findBookOfStatement(tx, bookId)
    if (!book) throw bookNotFound(bookId)
    const known = await resultAccounts(tx, bookId, [...new Set(lines.map(({ accountId }) => accountId))])
    const businessIds = [...new Set(lines.flatMap(({ businessId }) => businessId ?? []))]
    const businesses = new Set<string>()
    for (const one of businessIds) if (await findBusinessHeld(tx, one)) businesses.add(one)
    const seen = new Set<string>()
    const rows = lines.map(({ accountId, businessId, month: name, amount }, at) => {
      if (!known.has(accountId)) throw budgetRefused(at, notAResult(accountId))
      if (businessId !== null && !businesses.has(businessId))
        throw budgetRefused(at, wrongBusiness(businessId))
      const place = `${accountId} ${businessId ?? ''} ${name}`
      if (seen.has(place)) throw budgetRefused(at, toldTwice(name))
      seen.add(place)
      const read = amount === null ? { minor: null } : minorOf(amount, book.currency)
      if ('wrong' in read) throw budgetRefused(at, wrongBudgetAmount(amount ?? '', book.currency))
      return { accountId, businessId, month: monthDays(name).startsOn, amountMinor: read.minor }
    })
    await writeBudget(tx, { studioId, bookId }, rows)
    record({
      type: 'statements.budget-set',
      subjectId: bookId,
      after: {
        lines: lines.length,
        months: [...new Set(lines.map((line) => line.month))].toSorted().slice(0, 60),
      },
    })
    return { lines: rows.length }
  },
})

function wrongBusiness(businessId: string) {
  return {
    en: `There is no business ${businessId} that you can use. Choose one from businesses.list-businesses.`,
    de: `Es gibt kein Unternehmen ${businessId}, das Sie verwenden können. Wählen Sie eines aus businesses.list-businesses.`,
  }
}

function toldTwice(name: string) {
  return {
    en: `The same account and business stand here twice for ${name}. Keep one.`,
    de: `Dasselbe Konto und Unternehmen steht hier zweimal für ${name}. Behalten Sie eines.`,
  }
}
