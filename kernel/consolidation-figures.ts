import type { CaptionName, Section } from './captions.ts'
import type { LineKind } from './consolidation-kinds.ts'

export const PARTS = ['balance-sheet', 'income-statement', 'cash-flow'] as const
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
  'operating',
  'investing',
  'financing',
  'no-cash',
  'depreciation-added',
  'depreciation-taken',
  'acquired-cash',
  'disposed-cash',
  'net-cash-flow',
  'exchange-on-cash',
  'rounding',
  'opening-cash',
  'opened-cash',
  'closing-cash',
] as const
export type TotalKey = (typeof TOTALS)[number]

/** In the currency of the consolidation: what stands at the end, what the period moved, and what of that moved cash. */
export interface Told {
  closing: string
  period: string
  flow: string
}

export interface FigureTold {
  caption: CaptionName
  entities: Told
  eliminations: Told
  total: Told
  /** What stood there in the consolidation that it is set beside. */
  compared: Told | null
  parts: readonly (Told & { kind: LineKind; compared: Told | null })[]
}

export interface RowWords {
  caption(name: CaptionName): string
  section(name: Section): string
  total(key: TotalKey): string
  kind(kind: LineKind): string
}

export interface ConsolidationRow {
  key: string
  kind: 'section' | 'caption' | 'account' | 'computed' | 'total'
  depth: number
  label: string
  caption: CaptionName | null
  /** Which kind of line it tells, where it tells one. */
  source: LineKind | null
  account: null
  amounts: string[]
}

export interface RowsGiven {
  figures: readonly FigureTold[]
  currency: string
  isCompared: boolean
}
