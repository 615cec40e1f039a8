import type { CaptionName, Section } from './captions.ts'
import type { LineKind } from './consolidation-kinds.ts'

export const PARTS = ['balance-sheet', 'income-statement', 'cash-flow', 'cash-flow-direct'] as const
export type Part = (typeof PARTS)[number]

/** By which method a part tells cash flows, if it does: what changed beside cash, or what cash was moved against (IAS 7.18). */
export function flowsIn(part: Part): Flow | undefined {
  if (part === 'cash-flow') return 'flow'
  return part === 'cash-flow-direct' ? 'direct' : undefined
}
export type Flow = 'flow' | 'direct'

/** What is true of the method by which a part tells cash flows; undefined where it tells none. */
export function byMethod<T>(part: Part, of: Record<Flow, T>): T | undefined {
  const flow = flowsIn(part)
  return flow && of[flow]
}

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

/** In the currency of the consolidation: what stands at the end, what the period moved, and how it stands in cash flows of either method. */
export interface Told {
  closing: string
  period: string
  flow: string
  direct: string
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
