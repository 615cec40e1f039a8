import { z } from 'zod'
import { decimalOf } from '#kernel/money.ts'
import { monthDays } from '#kernel/periods.ts'
import { id, month } from '#server/catalogue/fields.ts'
import { PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { bookNotFound, currency, exampleBook, findBookOfStatement, signedAmount } from '../ledger/index.ts'
import { countBudget, pageOfBudget } from './budgets-queries.ts'
import { fromAfterTo } from './problems.ts'

const ORDER = ['month', 'accountId', 'businessId']

const BudgetFigure = z
  .strictObject({
    accountId: id('account'),
    businessId: id('business').nullable(),
    month: z.string().max(7),
    amount: signedAmount(),
    currency: currency(),
  })
  .meta({ id: 'BudgetFigure' })

export const listBudget = operation({
  name: 'statements.list-budget',
  summary: 'Pages through the budget of a book, month by month.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({
    bookId: id('book'),
    from: month().describe('The first month.'),
    to: month().describe('The last month.'),
    ...PageFields,
  }),
  output: pageOf(BudgetFigure),
  examples: async (factory) => {
    const { bookId } = await exampleBook(factory)
    return [{ bookId, from: '2026-01', to: '2026-12' }]
  },
  async handle({ bookId, from, to, cursor, limit }, { tx }) {
    if (from > to) throw fromAfterTo(from, to)
    if (!(await findBookOfStatement(tx, bookId))) throw bookNotFound(bookId)
    const wanted = { bookId, from: monthDays(from).startsOn, to: monthDays(to).startsOn }
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfBudget(tx, wanted, { after, limit: limit + 1 }),
      countBudget(tx, wanted),
    ])
    const figures = rows.map(({ minor, ...row }) =>
      Object.assign(row, { amount: decimalOf(BigInt(minor), row.currency) }),
    )
    return pageFrom(figures, {
      limit,
      order: ORDER,
      total,
      keyOf: (row) => [row.month, row.accountId, row.businessId ?? ''],
    })
  },
})
