import type { CaptionName, Section } from './captions.ts'
import { directRows, indirectRows } from './consolidation-cash.ts'
import {
  flowsIn,
  type ConsolidationRow,
  type Part,
  type RowsGiven,
  type RowWords,
  type TotalKey,
} from './consolidation-figures.ts'
import type { LineKind } from './consolidation-kinds.ts'
import { plusAll, tellerOf, type Amounts, type Teller } from './consolidation-teller.ts'

/** What each section does to the result, as in the income statement of a book. */
const STEPS: readonly { section: Section; adds: 1n | -1n; leaves: TotalKey | null }[] = [
  { section: 'revenue', adds: 1n, leaves: null },
  { section: 'cost-of-revenue', adds: -1n, leaves: 'gross-profit' },
  { section: 'operating-expenses', adds: -1n, leaves: 'contribution' },
  { section: 'shared-costs', adds: -1n, leaves: 'operating-result' },
  { section: 'financial-result', adds: 1n, leaves: 'before-tax' },
  { section: 'income-tax', adds: -1n, leaves: 'net-result' },
]

/**
 * The rows of one part of a consolidation, as a statement has them, for the screen and for print: sections, captions, below each caption
 * what it comes from, and totals. The columns are entities, eliminations and both together; beside another consolidation also
 * what that one has, and the change. A part stands in the column that it adds to, and the others stay blank.
 */
export function consolidationRows(given: RowsGiven, part: Part, words: RowWords): ConsolidationRow[] {
  const flow = flowsIn(part)
  if (flow === 'direct') return directRows(given, words)
  if (flow === 'flow') return indirectRows(given, words, resultOf(given, words))
  const told = tellerOf(given, part === 'balance-sheet' ? 'closing' : 'period', words)
  return part === 'balance-sheet' ? balanceSheet(given, told, words) : incomeStatement(told)
}

/** The result of the period is equity that no caption stands for. */
function balanceSheet(given: RowsGiven, told: Teller, words: RowWords): ConsolidationRow[] {
  const { section, total, computed } = told
  const assets = [section('current-assets'), section('non-current-assets')]
  const debts = [section('current-liabilities'), section('non-current-liabilities')]
  const equity = section('equity', [computed('period-result', resultOf(given, words))])
  const owed = sumOf(debts)
  return [
    ...assets.flatMap(({ rows }) => rows),
    total('total-assets', sumOf(assets)),
    ...debts.flatMap(({ rows }) => rows),
    total('total-liabilities', owed),
    ...equity.rows,
    total('liabilities-and-equity', plusAll([owed, equity.amounts])),
  ]
}

function sumOf(all: readonly { amounts: Amounts }[]): Amounts {
  return plusAll(all.map(({ amounts }) => amounts))
}

function incomeStatement({ section, total }: Teller): ConsolidationRow[] {
  let result: Amounts = []
  return STEPS.flatMap(({ section: name, adds, leaves }) => {
    const { rows, amounts } = section(name)
    result = plusAll([result, amounts.map((one) => one * adds)])
    return leaves === null ? rows : rows.concat(total(leaves, result))
  })
}

/** The result of the period, a figure per column. */
function resultOf(given: RowsGiven, words: RowWords): Amounts {
  const { section } = tellerOf(given, 'period', words)
  return plusAll(STEPS.map(({ section: name, adds }) => section(name).amounts.map((one) => one * adds)))
}

/** Where the amounts of a row come from; undefined for what is reckoned. A section that folds in its place is its only caption. */
export function sourceOf({
  caption,
  source,
}: Pick<ConsolidationRow, 'caption' | 'source'>):
  { caption: CaptionName; kind: LineKind | undefined } | undefined {
  return caption === null ? undefined : { caption, kind: source ?? undefined }
}
