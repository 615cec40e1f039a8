import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { csvBroken } from './problems.ts'
import type { SheetRecord } from './sheet.ts'

const CELL_CHARS_MAX = 200_000
/** Parsed at once, about 20 ms; then others have their turn. 7 MB in one piece held every door for 0.8 s. */
const SLICE_BYTES = 256 * 1024
const DELIMITERS = [',', ';', '\t'] as const

/**
 * CSV as RFC 4180 says, and as spreadsheets write it: with a byte order mark, with `;` or tabs, with any line ends. Cells
 * that were copied out of a spreadsheet stand between tabs, and have quotation marks only where a cell needs them.
 */
export async function csvRows(
  text: string,
  { isCopied, rowsMax }: { isCopied: boolean; rowsMax: number },
): Promise<SheetRecord[]> {
  const rows: SheetRecord[] = []
  const parser = parse({
    bom: true,
    delimiter: isCopied ? '\t' : delimiterOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: isCopied,
    max_record_size: CELL_CHARS_MAX,
    to: rowsMax,
  })
  parser.on('data', (cells: string[]) => rows.push({ row: rows.length + 1, cells }))
  const ended = new Promise<void>((resolve, reject) => parser.on('end', resolve).on('error', reject))
  ended.catch(() => {}) // awaited below; it may fail while the last slice is on its way
  const bytes = Buffer.from(text)
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

/** What stands most often, outside of quotes, in the first line that has any of them: reports begin with titles. */
function delimiterOf(csv: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]))
  let isQuoted = false
  for (const letter of csv.slice(0, CELL_CHARS_MAX)) {
    if (letter === '"') isQuoted = !isQuoted
    else if (!isQuoted && (letter === '\n' || letter === '\r')) {
      if ([...counts.values()].some((count) => count > 0)) break
    } else if (!isQuoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  return DELIMITERS.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0] ?? ','
}
