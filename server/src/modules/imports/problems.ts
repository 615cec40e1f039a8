import { Problem, problem } from '#kernel/problem.ts'

export const ROWS_MAX = 20_000
export const COLUMNS_MAX = 200
export const ERRORS_TOLD_MAX = 50

export const oneSource = problem(
  'invalid',
  'imports.one-source',
  (given: readonly string[]) =>
    `An import reads one of csv, cells and xlsx, and ${given.length === 0 ? 'none was sent' : `${given.join(' and ')} were sent`}. Send the text of a CSV file, cells as they are copied out of a spreadsheet, or an XLSX file in base64.`,
)

export const noRows = problem('invalid', 'imports.no-rows', (headerRow: number) =>
  headerRow === 0
    ? 'There is no row with anything in it. Send at least one.'
    : `There is no row below the header (row ${headerRow}). Send a header and at least one row; where no row names the columns, say headerRow 0.`,
)

export const sheetTooLong = problem(
  'invalid',
  'imports.too-long',
  (rowsMax: number) =>
    `There are more than ${rowsMax.toLocaleString('en')} rows, which is all that one import takes, for it is one change. Cut it into several files.`,
)

export const sheetTooWide = problem(
  'invalid',
  'imports.too-wide',
  (columns: number, columnsMax: number) =>
    `Something stands in column ${columns.toLocaleString('en')}, and ${columnsMax} columns are all that is read. Take out those that are not needed.`,
)

const WHY_BROKEN: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened in it and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'something stands between a closing quotation mark and the next column',
  INVALID_OPENING_QUOTE: 'a quotation mark stands within a cell that does not begin with one',
  CSV_MAX_RECORD_SIZE: 'it is longer than 200,000 characters; perhaps a quotation mark is never closed',
}

export const csvBroken = problem(
  'invalid',
  'imports.csv-broken',
  (row: number, code: string) =>
    `Row ${row} cannot be read: ${WHY_BROKEN[code] ?? 'it is no CSV'}. A cell that holds quotation marks is written in quotation marks, with each of its own doubled.`,
)

export const xlsxBroken = problem(
  'invalid',
  'imports.xlsx-broken',
  (why: string) =>
    `The file cannot be read as XLSX: ${why}. Save it as an Excel workbook (.xlsx) once more, or send it as CSV.`,
)

export const xlsxOldOrLocked = problem(
  'invalid',
  'imports.xlsx-old-or-locked',
  () =>
    'The file is of an Office before 2007, or has a password. Save it as an Excel workbook (.xlsx) without one, and choose it again.',
)

export const xlsxTooLarge = problem(
  'invalid',
  'imports.xlsx-too-large',
  (bytesMax: number) =>
    `The file holds more than ${Math.round(bytesMax / 1_000_000)} MB once it is unpacked, which is all that one import reads. Take out sheets, pictures and columns that are not needed, or send it as CSV.`,
)

export const noSuchSheet = problem(
  'invalid',
  'imports.no-such-sheet',
  (sheet: string, sheets: readonly string[]) =>
    `The file has no sheet "${sheet}". It has: ${sheets.slice(0, 30).join(', ')}.`,
)

export const unknownColumn = problem(
  'invalid',
  'imports.unknown-column',
  (column: string, columns: readonly string[]) =>
    `There is no column "${column}". There are: ${columns.slice(0, 30).join(', ')}.`,
)

export const twoColumnsForOne = problem(
  'invalid',
  'imports.two-columns-for-one',
  (field: string, columns: readonly string[]) =>
    `A row has one ${field}, and ${columns.length} columns would become it: ${columns.slice(0, 10).join(', ')}. Choose one of them.`,
)

export interface RowError {
  row: number
  column: string | null
  /** As a spreadsheet names it, where it is one cell: B7. */
  cell: string | null
  message: string
}

/** The whole import is refused: what is wrong in which row, the first fifty of it. */
export function importHasErrors(given: {
  source: 'csv' | 'cells' | 'xlsx'
  rows: number
  faulty: number
  errors: RowError[]
}): Problem {
  const { source, rows, faulty, errors } = given
  const told = errors.slice(0, ERRORS_TOLD_MAX).map(({ row, column, message }) => ({
    path: `/${source}`,
    message: `Row ${row}${column === null ? '' : `, ${column}`}: ${message}`,
  }))
  return new Problem({
    kind: 'invalid',
    code: 'imports.has-errors',
    message:
      `Nothing was imported: ${faulty.toLocaleString('en')} of ${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'} cannot be used. ${told[0]?.message ?? ''} ` +
      `Correct the file, or send onErrors "leave-out" to import the others.`,
    fields: told,
  })
}
