import { csvRows } from './csv-rows.ts'
import { COLUMNS_MAX, ROWS_MAX, noRows, oneSource, sheetTooLong, sheetTooWide } from './problems.ts'
import { HEADER_ROW_MAX, type Source } from './schema.ts'
import type { Sheet, SheetRecord } from './sheet.ts'
import { xlsxRows } from './xlsx-rows.ts'

const COLUMN_NAME_MAX = 100
/** The header, all that are taken, and one more to know that there are more. */
const READ_MAX = HEADER_ROW_MAX + ROWS_MAX + 1

export interface ReadSource extends Sheet {
  source: 'csv' | 'cells' | 'xlsx'
  /** Of a workbook only. */
  sheets: string[]
  sheet: string | null
  formulas: number
}

type Rows = Omit<ReadSource, keyof Sheet> & { rows: SheetRecord[] }

/**
 * The table in a CSV text, in cells that were copied out of a spreadsheet, or in one sheet of an XLSX file. Blank rows are
 * left out. Throws a problem where it is no table at all; what is wrong with single rows is not looked at. Cells that were
 * copied may come without their header: then no cell of the first row is one that `isHeader` knows.
 */
export async function readSource(source: Source, isHeader: (cell: string) => boolean): Promise<ReadSource> {
  const { rows, ...rest } = await rowsOf(source)
  const first = rows.find(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (!first) throw noRows(source.headerRow ?? 1)
  const isNamed = source.cells === undefined || first.cells.some(isHeader)
  const headerRow = source.headerRow ?? (isNamed ? first.row : 0)
  const header = rows.find(({ row }) => row === headerRow)
  const below = rows.filter(({ row }) => row > headerRow)
  if (below.length > ROWS_MAX) throw sheetTooLong(ROWS_MAX)
  const records = below.filter(
    ({ cells, faults }) => (faults?.size ?? 0) > 0 || cells.some((cell) => cell.trim() !== ''),
  )
  if (records.length === 0 || (headerRow > 0 && !header)) throw noRows(headerRow)
  const width = header?.cells.length ?? records.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  if (width > COLUMNS_MAX) throw sheetTooWide(width, COLUMNS_MAX)
  const columns = namesOf(header?.cells ?? Array.from({ length: width }, () => ''))
  return { ...rest, columns, records, headerRow }
}

/** Every row of a source as it stands, for whoever finds the header themselves. */
export async function rowsOf({ csv, cells, xlsx, sheet }: Source): Promise<Rows> {
  const given = Object.entries({ csv, cells, xlsx }).flatMap(([name, text]) =>
    text === undefined ? [] : name,
  )
  if (given.length !== 1) throw oneSource(given)
  if (xlsx !== undefined) {
    const { rows, sheets, formulas, ...read } = await xlsxRows(xlsx, { sheet, rowsMax: READ_MAX })
    return { source: 'xlsx', rows, sheets, sheet: read.sheet, formulas }
  }
  const isCopied = cells !== undefined
  const rows = await csvRows(cells ?? csv ?? '', { isCopied, rowsMax: READ_MAX })
  const source = isCopied ? 'cells' : 'csv'
  return { source, rows: isCopied ? filledUp(rows) : rows, sheets: [], sheet: null, formulas: 0 }
}

/** A spreadsheet copies the empty cells at the end of a row or does not, as it likes. */
function filledUp(rows: SheetRecord[]): SheetRecord[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  if (width > COLUMNS_MAX) throw sheetTooWide(width, COLUMNS_MAX)
  return rows.map((one) => ({
    ...one,
    cells: [...one.cells, ...Array.from({ length: width - one.cells.length }, () => '')],
  }))
}

function namesOf(header: readonly string[]): string[] {
  const taken = new Set<string>()
  return header.map((cell, at) => {
    const plain = cell.trim().replaceAll(/\s+/g, ' ').slice(0, COLUMN_NAME_MAX).toWellFormed()
    const name = plain || `Column ${at + 1}`
    let free = name
    for (let count = 2; taken.has(free); count++) free = `${name} (${count})`
    taken.add(free)
    return free
  })
}
