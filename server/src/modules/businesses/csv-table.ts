import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { ROWS_MAX } from './create-businesses.ts'
import { csvBroken, csvHasNoRows, csvTooLong, csvTooWide } from './problems.ts'

const COLUMNS_MAX = 100
const COLUMN_NAME_MAX = 100
const CELL_CHARS_MAX = 200_000
/** Parsed at once, about 20 ms; then others have their turn. 7 MB in one piece held every door for 0.8 s. */
const SLICE_BYTES = 256 * 1024
const DELIMITERS = [',', ';', '\t'] as const

export interface CsvRecord {
  /** As a spreadsheet numbers it: the header is row 1, and blank rows count. */
  row: number
  cells: string[]
}

export interface CsvTable {
  /** Named by the header, each name once: an empty one is "Column 3", a second "Name" is "Name (2)". */
  columns: string[]
  records: CsvRecord[]
}

/**
 * CSV as RFC 4180 says, and as spreadsheets write it: with a byte order mark, with `;` or tabs, with any line ends.
 * Blank rows are left out. Throws a problem where it is no table at all; what is wrong with single rows is not looked at.
 */
export async function readTable(csv: string): Promise<CsvTable> {
  const [header, ...rows] = await parsed(csv)
  const records = rows
    .map((cells, at) => ({ row: at + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (!header || records.length === 0) throw csvHasNoRows()
  if (header.length > COLUMNS_MAX) throw csvTooWide(header.length, COLUMNS_MAX)
  if (rows.length > ROWS_MAX) throw csvTooLong(ROWS_MAX)
  return { columns: namesOf(header), records }
}

async function parsed(csv: string): Promise<string[][]> {
  const rows: string[][] = []
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(csv),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: CELL_CHARS_MAX,
    // The header, all that are taken, and one more to know that there are more.
    to: ROWS_MAX + 2,
  })
  parser.on('data', (row: string[]) => rows.push(row))
  const ended = new Promise<void>((resolve, reject) => parser.on('end', resolve).on('error', reject))
  ended.catch(() => {}) // awaited below; it may fail while the last slice is on its way
  const bytes = Buffer.from(csv)
  try {
    for (let from = 0; from < bytes.length && !parser.destroyed; from += SLICE_BYTES) {
      parser.write(bytes.subarray(from, from + SLICE_BYTES))
      await setImmediate()
    }
    parser.end()
    await ended
  } catch (error) {
    throw error instanceof CsvError ? csvBroken(rows.length + 1, error.code) : error
  }
  return rows
}

/** What stands most often in the header, outside of quotes. */
function delimiterOf(csv: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]))
  let isQuoted = false
  for (const letter of csv.slice(0, CELL_CHARS_MAX)) {
    if (letter === '"') isQuoted = !isQuoted
    else if (!isQuoted && (letter === '\n' || letter === '\r')) break
    else if (!isQuoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  return DELIMITERS.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? ','
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
