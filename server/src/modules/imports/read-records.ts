import { setImmediate } from 'node:timers/promises'
import type { Said } from '#kernel/languages.ts'
import { originalCell } from './csv-cell.ts'
import type { PreparedSheet } from './prepare-sheet.ts'
import type { RowError } from './problems.ts'
import { cellName, type SheetRecord } from './sheet.ts'

/** About 10 ms of reading; then others have their turn. */
const ROWS_AT_ONCE = 250

export interface CellError<F extends string> {
  /** Undefined where it is about the row as a whole. */
  field: F | undefined
  /** The place of the column, where several become the field. */
  at?: number
  message: Said
}

export type Outcome<F extends string, R> = { ready: R } | { errors: CellError<F>[] }

export interface ReadRecords<R> {
  ready: { row: number; value: R }[]
  /** Rows that cannot be used; one may have several errors. */
  faulty: number
  errors: RowError[]
}

/** What each record becomes, and what is wrong with the others; what the source could not read is told first. */
export async function readRecords<F extends string, R>(
  sheet: PreparedSheet<F>,
  read: (record: SheetRecord) => Outcome<F, R>,
): Promise<ReadRecords<R>> {
  const all: ReadRecords<R> = { ready: [], faulty: 0, errors: [] }
  for (const [at, record] of sheet.records.entries()) {
    if (at % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate()
    const faults = faultsOf(record, sheet)
    const outcome = faults.length > 0 ? { errors: faults } : read(record)
    if ('ready' in outcome) all.ready.push({ row: record.row, value: outcome.ready })
    else all.faulty++
    if ('errors' in outcome)
      for (const error of outcome.errors) all.errors.push(placed(error, record.row, sheet))
  }
  return all
}

/** Errors that show only once all rows are known: their rows are ready no more. */
export function leaveOut<R>(read: ReadRecords<R>, later: RowError[]): ReadRecords<R> {
  if (later.length === 0) return read
  const rows = new Set(later.map(({ row }) => row))
  const ready = read.ready.filter(({ row }) => !rows.has(row))
  return {
    ready,
    faulty: read.faulty + read.ready.length - ready.length,
    errors: [...read.errors, ...later].toSorted((a, b) => a.row - b.row),
  }
}

export function placed<F extends string>(
  { field, at, message }: CellError<F>,
  row: number,
  { columns, fields }: PreparedSheet<F>,
): RowError {
  const places =
    at === undefined ? columns.flatMap((_column, one) => (fields[one] === field ? one : [])) : [at]
  const [only, second] = places
  return {
    row,
    // All columns that become the field: where there are several, the error may be in any of them.
    column: places.length === 0 ? null : places.map((one) => columns[one]).join(' · '),
    cell: only === undefined || second !== undefined ? null : cellName(only, row),
    message,
  }
}

/** The texts of one record, by what they become. */
export function textsOf<F extends string>({ cells }: SheetRecord, { fields }: PreparedSheet<F>) {
  const texts: { field: F; at: number; text: string }[] = []
  for (const [at, field] of fields.entries()) {
    if (field === 'nothing') continue
    const text = originalCell(cells[at] ?? '')
    if (text.trim() !== '') texts.push({ field, at, text })
  }
  return texts
}

function faultsOf<F extends string>(
  record: SheetRecord,
  { columns, fields }: PreparedSheet<F>,
): CellError<F>[] {
  const { cells, faults } = record
  if (cells.some((cell) => cell.includes('\u{fffd}')))
    return [
      {
        field: undefined,
        message: {
          en: 'It holds a character that could not be read. Save the file as UTF-8 and choose it again.',
          de: 'Sie enthält ein Zeichen, das nicht zu lesen war. Speichern Sie die Datei als UTF-8, und wählen Sie sie noch einmal.',
        },
      },
    ]
  if (cells.length !== columns.length)
    return [
      {
        field: undefined,
        message: {
          en: `It has ${cells.length} cells, and the header has ${columns.length}. Perhaps a comma or a quotation mark is missing.`,
          de: `Sie hat ${cells.length} Zellen, und die Kopfzeile hat ${columns.length}. Vielleicht fehlt ein Komma oder ein Anführungszeichen.`,
        },
      },
    ]
  return [...(faults ?? [])].flatMap(([at, message]) =>
    (fields[at] ?? 'nothing') === 'nothing' ? [] : [{ field: undefined, at, message }],
  )
}
