import type { Section } from '#kernel/captions.ts'
import { betweenRows } from './between-rows.ts'
import {
  sectionRows,
  sectionTotal,
  signed,
  sumOf,
  totalRow,
  zeros,
  type Figure,
  type Row,
  type Side,
} from './statement-rows.ts'
import type { TotalKey } from '#kernel/statement-words.ts'

/** What each section does to the result, and what the result is called after it. */
const STEPS: readonly { section: Section; side: Side; leaves: TotalKey | null }[] = [
  { section: 'revenue', side: 'credit', leaves: null },
  { section: 'cost-of-revenue', side: 'debit', leaves: 'gross-profit' },
  { section: 'operating-expenses', side: 'debit', leaves: 'contribution' },
  { section: 'shared-costs', side: 'debit', leaves: 'operating-result' },
  { section: 'financial-result', side: 'credit', leaves: 'before-tax' },
  { section: 'income-tax', side: 'debit', leaves: 'net-result' },
]

/**
 * Income and expenses of each column by step: gross profit is revenue less what it cost to deliver; contribution is what is
 * left after the operating expenses; the net result is after all. Costs are shown positive, and the financial result as it adds.
 * What is between the businesses it is of is taken out of each section, in a row of its own.
 */
export function incomeStatement(
  figures: readonly Figure[],
  columns: number,
  between: readonly Figure[] = [],
): Row[] {
  let result: readonly bigint[] = zeros(columns)
  return STEPS.flatMap(({ section, side, leaves }) => {
    const rows = sectionRows(section, figures, {
      side,
      columns,
      more: betweenRows(between, { section, side, columns }),
    })
    const amounts = sectionTotal(rows, section, columns)
    result = sumOf([result, signed(amounts, side === 'credit' ? 'debit' : 'credit')], columns)
    return leaves === null ? rows : rows.concat(totalRow(leaves, result))
  })
}
