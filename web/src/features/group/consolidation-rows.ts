import { CAPTIONS, type CaptionName, type Section } from '#kernel/captions.ts'
import { decimalOf } from '#kernel/money.ts'
import { minorIn } from '../statements/change-of.ts'
import type { StatementRow } from '../statements/statement-words.ts'
import { isOfEntities, KINDS, type Consolidation, type Figures, type Kind } from './group-words.ts'

export const PARTS = ['balance-sheet', 'income-statement'] as const
export type Part = (typeof PARTS)[number]

export const TOTALS = [
  'total-assets',
  'total-liabilities',
  'liabilities-and-equity',
  'period-result',
  'gross-profit',
  'contribution',
  'operating-result',
  'before-tax',
  'net-result',
] as const
export type TotalKey = (typeof TOTALS)[number]

export interface Words {
  caption(name: CaptionName): string
  section(name: Section): string
  total(key: TotalKey): string
  kind(kind: Kind): string
}

/** What a row is made of: all of a caption, or what of it comes from one kind of line. */
export interface Source {
  caption: CaptionName
  kind: Kind | undefined
}

/** What each section does to the result, as in the income statement of a book. */
const STEPS: readonly { section: Section; adds: 1n | -1n; leaves: TotalKey | null }[] = [
  { section: 'revenue', adds: 1n, leaves: null },
  { section: 'cost-of-revenue', adds: -1n, leaves: 'gross-profit' },
  { section: 'operating-expenses', adds: -1n, leaves: 'contribution' },
  { section: 'shared-costs', adds: -1n, leaves: 'operating-result' },
  { section: 'financial-result', adds: 1n, leaves: 'before-tax' },
  { section: 'income-tax', adds: -1n, leaves: 'net-result' },
]

/** Entities, eliminations, and both together, in minor units. */
type Amounts = readonly [bigint, bigint, bigint]
const NOTHING: Amounts = [0n, 0n, 0n]

/**
 * The rows of one part of a consolidation, as a statement has them: sections, captions, below each caption what it comes from, and totals.
 * A part stands in the column that it adds to, and the other two stay blank.
 */
export function consolidationRows(made: Consolidation, part: Part, words: Words): StatementRow[] {
  const told = teller(made, part, words)
  return part === 'balance-sheet' ? balanceSheet(made, told, words) : incomeStatement(told)
}

/** Where the words of a row come from; undefined for what is reckoned. A section that folds in its place is its only caption. */
export function sourceOf({ key, caption }: Pick<StatementRow, 'key' | 'caption'>): Source | undefined {
  if (caption === null) return undefined
  return { caption, kind: isPartKey(key) ? kindIn(key) : undefined }
}

type Teller = ReturnType<typeof teller>

function teller({ figures, currency }: Consolidation, part: Part, words: Words) {
  const of = part === 'balance-sheet' ? ('closing' as const) : ('period' as const)
  const text = (amounts: Amounts) => amounts.map((minor) => decimalOf(minor, currency))
  const section = (name: Section, more: { row: StatementRow; amounts: Amounts }[] = []) => {
    const own = figures.flatMap((figure) => {
      const { section: where, type } = CAPTIONS[figure.caption]
      // The financial result is told as it adds: what interest costs takes away from it.
      const sign = name === 'financial-result' && type === 'expense' ? -1n : 1n
      return where === name ? captionOf(figure, { of, sign, currency, words }) : []
    })
    const amounts = [...own, ...more].reduce((sum, one) => plus(sum, one.amounts), NOTHING)
    const rows = [...own.flatMap((one) => one.rows), ...more.map(({ row }) => row)]
    const only = own.length === 1 && more.length === 0 ? (own[0]?.caption ?? null) : null
    const head = rowOf(`section:${name}`, 'section', {
      label: words.section(name),
      amounts: text(amounts),
      caption: only,
    })
    return { amounts, rows: rows.length === 0 ? [] : [head, ...rows] }
  }
  const total = (key: TotalKey, amounts: Amounts) =>
    rowOf(key, 'total', { label: words.total(key), amounts: text(amounts) })
  return { section, total, text }
}

function captionOf(
  { caption, entities, eliminations, total, parts }: Figures,
  given: { of: 'closing' | 'period'; sign: bigint; currency: string; words: Words },
): { caption: CaptionName; amounts: Amounts; rows: StatementRow[] }[] {
  const { of, sign, currency, words } = given
  const minor = (amount: string) => sign * minorIn(amount)
  const amounts: Amounts = [minor(entities[of]), minor(eliminations[of]), minor(total[of])]
  const told = parts
    .filter((one) => minorIn(one[of]) !== 0n)
    .toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind))
  if (told.length === 0 && amounts.every((one) => one === 0n)) return []
  const rows = told.map((one) => {
    const text = decimalOf(minor(one[of]), currency)
    return rowOf(`part:${caption}:${one.kind}`, 'account', {
      depth: 2,
      label: words.kind(one.kind),
      caption,
      amounts: isOfEntities(one.kind) ? [text, '', ''] : ['', text, ''],
    })
  })
  const head = rowOf(`caption:${caption}`, 'caption', {
    depth: 1,
    label: words.caption(caption),
    caption,
    amounts: amounts.map((one) => decimalOf(one, currency)),
  })
  return [{ caption, amounts, rows: [head, ...rows] }]
}

/** The result of the period is equity that no caption stands for. */
function balanceSheet(made: Consolidation, told: Teller, words: Words): StatementRow[] {
  const { section, total, text } = told
  const assets = [section('current-assets'), section('non-current-assets')]
  const debts = [section('current-liabilities'), section('non-current-liabilities')]
  const result = resultOf(made, words)
  const row = rowOf('period-result', 'computed', {
    depth: 1,
    label: words.total('period-result'),
    amounts: text(result),
  })
  const equity = section('equity', [{ row, amounts: result }])
  const owned = assets.reduce((sum, { amounts }) => plus(sum, amounts), NOTHING)
  const owed = debts.reduce((sum, { amounts }) => plus(sum, amounts), NOTHING)
  return [
    ...assets.flatMap(({ rows }) => rows),
    total('total-assets', owned),
    ...debts.flatMap(({ rows }) => rows),
    total('total-liabilities', owed),
    ...equity.rows,
    total('liabilities-and-equity', plus(owed, equity.amounts)),
  ]
}

function incomeStatement({ section, total }: Teller): StatementRow[] {
  let result = NOTHING
  return STEPS.flatMap(({ section: name, adds, leaves }) => {
    const { rows, amounts } = section(name)
    result = plus(result, times(amounts, adds))
    return leaves === null ? rows : [...rows, total(leaves, result)]
  })
}

function resultOf(made: Consolidation, words: Words): Amounts {
  const { section } = teller(made, 'income-statement', words)
  return STEPS.reduce(
    (sum, { section: name, adds }) => plus(sum, times(section(name).amounts, adds)),
    NOTHING,
  )
}

function plus([a, b, c]: Amounts, [d, e, f]: Amounts): Amounts {
  return [a + d, b + e, c + f]
}

function times([a, b, c]: Amounts, factor: bigint): Amounts {
  return [a * factor, b * factor, c * factor]
}

function rowOf(
  key: string,
  kind: StatementRow['kind'],
  given: Pick<StatementRow, 'label' | 'amounts'> & Partial<Pick<StatementRow, 'depth' | 'caption'>>,
): StatementRow {
  return { key, kind, depth: 0, caption: null, account: null, ...given }
}

function isPartKey(key: string): boolean {
  return key.startsWith('part:')
}

/** `part:due-from-group:elimination:balances` ends with the kind, which may have a colon of its own. */
function kindIn(key: string): Kind | undefined {
  const name = key.split(':').slice(2).join(':')
  return KINDS.find((one) => one === name)
}
