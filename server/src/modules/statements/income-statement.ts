import type { Section } from '#kernel/captions.ts'
import {
  sectionRows,
  sectionTotal,
  sumOf,
  totalRow,
  zeros,
  type Figure,
  type Row,
  type Side,
} from './statement-rows.ts'
import type { TotalKey } from './statement-words.ts'

/** What each section does to the result, and what the result is called after it. */
const STEPS: readonly { section: Section; side: Side; then: TotalKey | null }[] = [
  { section: 'revenue', side: 'credit', then: null },
  { section: 'cost-of-revenue', side: 'debit', then: 'gross-profit' },
  { section: 'operating-expenses', side: 'debit', then: 'contribution' },
  { section: 'shared-costs', side: 'debit', then: 'operating-result' },
  { section: 'financial-result', side: 'credit', then: 'before-tax' },
  { section: 'income-tax', side: 'debit', then: 'net-result' },
]

/**
 * Income and expenses of each column by step: gross profit is revenue less what it cost to deliver; contribution is what is
 * left after the operating expenses; the net result is after all. Costs are shown positive, and the financial result as it adds.
 */
export function incomeStatement(figures: readonly Figure[], columns: number): Row[] {
  let result: readonly bigint[] = zeros(columns)
  return STEPS.flatMap(({ section, side, then }) => {
    const rows = sectionRows(section, figures, { side, columns })
    const amounts = sectionTotal(rows, section, columns)
    result = sumOf([result, side === 'credit' ? amounts : amounts.map((one) => -one)], columns)
    return then === null ? rows : [...rows, totalRow(then, result)]
  })
}
