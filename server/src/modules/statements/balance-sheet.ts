import { betweenRows } from './between-rows.ts'
import {
  amountsOf,
  computedRow,
  isResult,
  isSection,
  sectionRows,
  sectionTotal,
  signed,
  sumOf,
  totalRow,
  type Check,
  type Figure,
  type Row,
} from './statement-rows.ts'

/**
 * Assets, liabilities and equity on the last day of each column. Nothing is posted at the end of a fiscal year: what
 * income and expenses came to in earlier years is shown as one row of equity, this year's as another, and both lead to their accounts.
 */
export function balanceSheet({ standing, thisYear, between = [], columns }: BalanceInput): {
  rows: Row[]
  checks: Check[]
} {
  const held = standing.filter((one) => !isResult(one))
  const earned = sumOf(
    standing.filter(isResult).map(({ amounts }) => signed(amounts, 'credit')),
    columns,
  )
  const now = sumOf(
    thisYear.map(({ amounts }) => signed(amounts, 'credit')),
    columns,
  )
  const before = earned.map((amount, at) => amount - (now[at] ?? 0n))
  const off = sumOf(
    [...standing.map(({ amounts }) => amounts), ...between.map(({ amounts }) => amounts.map((one) => -one))],
    columns,
  )
  // Half a minor unit for each figure that was translated; whatever is more is no rounding, and the check says so.
  const figures = BigInt(standing.length + between.length)
  const isRounding = off.every((one) => one <= figures && one >= -figures)
  const rounding = isRounding && off.some((one) => one !== 0n) ? [computedRow('rounding', off)] : []
  const assets = (['current-assets', 'non-current-assets'] as const).flatMap((section) =>
    sectionRows(section, held, {
      side: 'debit',
      columns,
      more: betweenRows(between, { section, side: 'debit', columns }),
    }),
  )
  const liabilities = (['current-liabilities', 'non-current-liabilities'] as const).flatMap((section) =>
    sectionRows(section, held, {
      side: 'credit',
      columns,
      more: betweenRows(between, { section, side: 'credit', columns }),
    }),
  )
  const more = [computedRow('earnings-before', before), computedRow('earnings-this-year', now), ...rounding]
  const equity = sectionRows('equity', held, { side: 'credit', columns, more })
  const own = sumOf(assets.filter(isSection).map(amountsOf), columns)
  const owed = sumOf(liabilities.filter(isSection).map(amountsOf), columns)
  const others = sumOf([owed, sectionTotal(equity, 'equity', columns)], columns)
  return {
    rows: [
      ...assets,
      totalRow('total-assets', own),
      ...liabilities,
      totalRow('total-liabilities', owed),
      ...equity,
      totalRow('liabilities-and-equity', others),
    ],
    checks: [{ key: 'balanced', differences: own.map((amount, at) => amount - (others[at] ?? 0n)) }],
  }
}

interface BalanceInput {
  /** All accounts, from the beginning to the day of the column. */
  standing: readonly Figure[]
  /** Income and expenses since the fiscal year of the day began. */
  thisYear: readonly Figure[]
  /** What the businesses that it combines owe each other, as it stands in their books. */
  between?: readonly Figure[]
  columns: number
}
