import type { StatementRow } from './statement-words.ts'

/** A row as it is shown, with what it folds: its own key where it can be folded. */
export interface StatementLine {
  row: StatementRow
  foldKey: string | undefined
  isFolded: boolean
  /** How far in it stands; accounts of a section that folds in its place stand where captions do. */
  depth: number
}

/**
 * The rows without the accounts of captions that are folded. A section of one caption that says the same ("Revenue", "Revenue") is shown once,
 * and folds in its place.
 */
export function linesOf(rows: readonly StatementRow[], folded: ReadonlySet<string>): StatementLine[] {
  const lines: StatementLine[] = []
  let under: string | undefined
  let deepest = 2
  for (const [at, row] of rows.entries()) {
    const before = lines.at(-1)
    const isSaid = row.kind === 'caption' && before?.row.kind === 'section' && isAlone(rows, at)
    if (row.kind === 'account') {
      if (under === undefined || !folded.has(under))
        lines.push({ row, foldKey: undefined, isFolded: false, depth: Math.min(row.depth, deepest) })
      continue
    }
    under = row.kind === 'caption' ? row.key : undefined
    const foldKey = under
    const isFolded = under !== undefined && folded.has(under)
    const isSection = isSaid && before.row.label === row.label
    deepest = isSection ? 1 : 2
    if (isSection) lines.splice(-1, 1, { row: before.row, foldKey, isFolded, depth: 0 })
    else lines.push({ row, foldKey, isFolded, depth: row.depth })
  }
  return lines
}

/** All that can be folded. */
export function foldKeys(rows: readonly StatementRow[]): string[] {
  return rows.filter(({ kind }) => kind === 'caption').map(({ key }) => key)
}

/** Nothing but its accounts stands below this caption before the next section or total. */
function isAlone(rows: readonly StatementRow[], at: number): boolean {
  const next = rows.slice(at + 1).find(({ kind }) => kind !== 'account')
  return next === undefined || next.kind === 'section' || next.kind === 'total'
}
