import { z } from 'zod'
import { decimalOf } from '#kernel/money.ts'
import { convertMinor } from '#kernel/rates.ts'
import { idFrom } from '#kernel/ids.ts'
import { day, id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import {
  bookNotFound,
  currency,
  exampleBook,
  exampleEntry,
  findBookOfStatement,
  noRate,
  postEntry,
  readRates,
  signedAmount,
} from '../ledger/index.ts'
import { mostUsed } from './most-used.ts'
import { addSum, less, NO_MARGINS, plus, type Margins } from './margins.ts'
import { businessNames, sumsByBusiness, sumsOfBooks, type CaptionSum } from './margins-queries.ts'
import { categoryNotFound, fromAfterTo } from './problems.ts'
import { findCategoryName } from './statements-queries.ts'

const ROWS_MAX = 2000

const Figures = z.strictObject({
  revenue: signedAmount(),
  grossProfit: signedAmount().describe('Revenue less what it cost to deliver.'),
  contribution: signedAmount().describe('Gross profit less operating expenses.'),
  netResult: signedAmount().describe('After shared services, depreciation, the financial result and tax.'),
})

export const listMargins = operation({
  name: 'statements.list-margins',
  summary:
    'What each business earned within days as posted: revenue, gross profit, contribution and net result; with what belongs to none, and the sum.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({
    from: day().describe('The first day.'),
    to: day().describe('The last day.'),
    bookId: id('book').optional().describe('Only of this book.'),
    categoryId: id('category').optional().describe('Only businesses that are in it now.'),
    currency: currency().optional().describe('That of most of the books where it is not named.'),
    limit: z
      .int()
      .min(1)
      .max(ROWS_MAX)
      .default(200)
      .describe('How many businesses, those with the most revenue first.'),
  }),
  output: z.strictObject({
    currency: currency(),
    rows: z
      .array(
        z.strictObject({
          business: z.strictObject({ id: id('business'), name: z.string().max(200) }),
          category: z.string().max(200).nullable(),
          ...Figures.shape,
        }),
      )
      .max(ROWS_MAX),
    businesses: z.int().describe('How many have figures, also those beyond the limit.'),
    assigned: Figures.describe('All businesses together.'),
    unassigned: Figures.nullable().describe('Overhead of the entities; null where a category was asked for.'),
    total: Figures.describe('What the books say: businesses and overhead together.'),
  }),
  examples: async (factory) => {
    const given = await exampleBook(factory)
    await factory.invoke(postEntry, { bookId: given.bookId, ...exampleEntry(given) })
    return [
      { from: '2026-01-01', to: '2026-12-31', bookId: given.bookId },
      { from: '2026-01-01', to: '2026-03-31', limit: 1 },
    ]
  },
  async handle(input, { tx }) {
    const { from, to, limit } = input
    if (from > to) throw fromAfterTo(from, to)
    const { bookId = null, categoryId = null } = input
    if (bookId !== null && !(await findBookOfStatement(tx, bookId))) throw bookNotFound(bookId)
    if (categoryId !== null && !(await findCategoryName(tx, categoryId))) throw categoryNotFound(categoryId)
    const [own, whole] = await Promise.all([
      sumsByBusiness(tx, { from, to, bookId, categoryId }),
      categoryId === null ? sumsOfBooks(tx, { from, to, bookId }) : null,
    ])
    const wanted = input.currency ?? mostUsed((whole ?? own).map((one) => one.currency))
    const told = await inOneCurrency(tx, { sums: [...own, ...(whole ?? [])], from, to, currency: wanted })
    const byBusiness = [...Map.groupBy(told.slice(0, own.length), ({ businessId }) => businessId ?? '')]
      .map(([businessId, sums]) => ({ businessId, margins: sums.reduce(addSum, NO_MARGINS) }))
      .toSorted((a, b) =>
        a.margins.revenue === b.margins.revenue ? 0 : a.margins.revenue > b.margins.revenue ? -1 : 1,
      )
    const assigned = byBusiness.reduce((sum, { margins }) => plus(sum, margins), NO_MARGINS)
    const total = whole === null ? assigned : told.slice(own.length).reduce(addSum, NO_MARGINS)
    const shown = byBusiness.slice(0, limit)
    const names = await businessNames(
      tx,
      shown.map((one) => one.businessId),
    )
    const texts = figuresIn(wanted)
    return {
      currency: wanted,
      rows: shown.map(({ businessId, margins }) => {
        const named = names.get(businessId)
        const business = { id: idFrom('business', businessId), name: named?.name ?? '' }
        return Object.assign({ business, category: named?.category ?? null }, texts(margins))
      }),
      businesses: byBusiness.length,
      assigned: texts(assigned),
      unassigned: whole === null ? null : texts(less(total, assigned)),
      total: texts(total),
    }
  },
})

async function inOneCurrency(
  tx: Transaction,
  given: { sums: readonly CaptionSum[]; from: string; to: string; currency: string },
): Promise<CaptionSum[]> {
  const { sums, from, to, currency: wanted } = given
  const currencies = [...new Set([wanted, ...sums.map((one) => one.currency)])]
  const rates = await readRates(tx, { currencies, from, to, recordedAt: null })
  return sums.map((sum) => {
    if (sum.currency === wanted) return sum
    const rate = rates.average(sum.currency, wanted, { from, to })
    if (!rate) throw noRate(sum.currency, wanted, to)
    return Object.assign({}, sum, { minor: convertMinor(sum.minor, rate), currency: wanted })
  })
}

function figuresIn(unit: string) {
  return ({ revenue, grossProfit, contribution, netResult }: Margins) => ({
    revenue: decimalOf(revenue, unit),
    grossProfit: decimalOf(grossProfit, unit),
    contribution: decimalOf(contribution, unit),
    netResult: decimalOf(netResult, unit),
  })
}
