import { originalCell, type SheetRecord } from '#server/modules/imports/index.ts'
import { PROGRAMS, programNamed, type ColumnRole, type Program } from './programs.ts'
import type { ProgramName, SourceKind } from './source-books.ts'

/** So far below its top a report has its header: above stand company, title and day. */
const HEAD_ROWS_MAX = 40

/** The table of a report: what stands above it, what its columns are, and its rows. */
export interface FoundTable {
  program: Program
  kind: SourceKind
  /** The texts above the header, a row each. */
  head: string[]
  columns: string[]
  /** The place of each role. */
  at: Partial<Record<ColumnRole, number>>
  records: SheetRecord[]
}

/** Which program wrote it and where its table begins; undefined where no header of one is there. Pure. */
export function findTable(
  rows: readonly SheetRecord[],
  said: { program: ProgramName | undefined; wordColumn: string | undefined },
): FoundTable | undefined {
  for (const [place, { cells }] of rows.slice(0, HEAD_ROWS_MAX).entries()) {
    const columns = cells.map((cell) => plain(originalCell(cell)))
    const program = said.program === undefined ? programOf(columns) : programNamed(said.program)
    if (!program) continue
    const at = placesOf(columns, program, said.wordColumn)
    const hasAmounts = (at.debit !== undefined && at.credit !== undefined) || at.amount !== undefined
    const isLedger = at.day !== undefined
    if (!hasAmounts || (!isLedger && at.account === undefined && columns[0] !== '')) continue
    return {
      program,
      kind: isLedger ? 'general-ledger' : 'trial-balance',
      head: rows.slice(0, place).flatMap((row) => textOf(row) || []),
      columns,
      // A report names no column for what its first one holds: accounts, and heads of accounts.
      at: { account: 0, ...at },
      records: rows.slice(place + 1),
    }
  }
  return undefined
}

function programOf(columns: readonly string[]): Program | undefined {
  const isThere = (sign: RegExp) => columns.some((column) => sign.test(column))
  return PROGRAMS.find(({ signs }) => signs.some((all) => all.every(isThere)))
}

function placesOf(
  columns: readonly string[],
  program: Program,
  wordColumn: string | undefined,
): Partial<Record<ColumnRole, number>> {
  const places: Partial<Record<ColumnRole, number>> = {}
  for (const role of ROLES) {
    const sign = program.columns[role].find((one) => columns.some((column) => one.test(column)))
    if (sign) places[role] = columns.findIndex((column) => sign.test(column))
  }
  const word = wordColumn === undefined ? -1 : columns.indexOf(plain(wordColumn))
  if (word >= 0) places.word = word
  return places
}

const ROLES = [
  'account',
  'code',
  'type',
  'debit',
  'credit',
  'amount',
  'balance',
  'day',
  'document',
  'documentType',
  'memo',
  'party',
  'word',
  'company',
] as const satisfies readonly ColumnRole[]

/** All texts of a row as one: a head stands in one cell, or is spread over two ("Company:" and its name). */
function textOf({ cells }: SheetRecord): string {
  return cells
    .map((cell) => originalCell(cell).trim())
    .filter((cell) => cell !== '')
    .join(': ')
}

function plain(cell: string): string {
  return cell.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}
