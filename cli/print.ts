import { isRecord } from '#kernel/records.ts'
import { UsageError } from './usage-error.ts'

const COLUMN_WIDTH_MAX = 40
const NOTHING = '—'
const COLUMNS_MAX = 6
/** Of a table within an answer: whoever needs more of it takes the JSON. */
const ROWS_MAX = 200

/** An answer as a person reads it: a list as a table, anything else as names and values, and below them a table for each list in it. */
export function readable(output: unknown): string {
  if (!isRecord(output)) return String(output)
  const { items, total, nextCursor } = output
  if (!Array.isArray(items)) return namesAndTables(output)
  const rows = items.filter(isRecord)
  const more = typeof nextCursor === 'string' ? `\nMore: --cursor ${nextCursor}` : ''
  return `${table(rows)}\n${rows.length} of ${String(total)}${more}`
}

/** One field as it is, without its last line break: a text goes into a file, anything else is JSON. */
export function oneField(output: unknown, name: string): string {
  const fields = isRecord(output) ? output : {}
  const value = fields[name]
  if (value === undefined)
    throw new UsageError(`The answer has no field "${name}". It has: ${Object.keys(fields).join(', ')}.`)
  return typeof value === 'string' ? value.replace(/\r?\n$/, '') : JSON.stringify(value)
}

export function problemText(problem: Record<string, unknown>): string {
  const errors: unknown[] = Array.isArray(problem['errors']) ? problem['errors'] : []
  const lines = errors
    .filter(isRecord)
    .map(({ pointer, detail }) => `  ${String(pointer)}: ${String(detail)}`)
  return [String(problem['detail']), ...lines, `(${String(problem['code'])})`].join('\n')
}

function table(rows: Record<string, unknown>[]): string {
  const [first] = rows
  if (!first) return 'Nothing found.'
  const columns = Object.keys(first).slice(0, COLUMNS_MAX)
  return lined([columns, ...rows.map((row) => columns.map((column) => short(row[column])))])
}

/** The same within an answer: columns in which nothing stands, or nothing that has a name, are left out; the last one, often a sentence, is whole. */
function innerTable(rows: readonly Record<string, unknown>[]): string {
  const columns = Object.keys(rows[0] ?? {})
    .filter((column) => rows.some((row) => plain(row[column]) !== NOTHING))
    .filter((column) => rows.every((row) => !isNested(row[column])))
    .slice(0, COLUMNS_MAX)
  const last = columns.at(-1)
  const shown = rows.slice(0, ROWS_MAX)
  const cells = shown.map((row) =>
    columns.map((column) => (column === last ? plain(row[column]) : short(row[column]))),
  )
  const more =
    rows.length > shown.length ? `\n${shown.length} of ${rows.length}; all of them with --json` : ''
  return `${lined([columns, ...cells])}${more}`
}

function lined(cells: readonly string[][]): string {
  const columns = cells[0] ?? []
  const widths = columns.map((_column, at) => Math.max(...cells.map((row) => (row[at] ?? '').length)))
  return cells
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function namesAndTables(output: Record<string, unknown>): string {
  const values = Object.entries(output).filter(([, value]) => !isTable(value))
  const width = Math.max(0, ...values.map(([name]) => name.length))
  const names = values.map(([name, value]) => `${name.padEnd(width)}  ${plain(value)}`)
  const tables = Object.entries(output).flatMap(([name, value]) =>
    isTable(value) ? `${name}\n${innerTable(value.filter(isRecord))}` : [],
  )
  return [...(names.length > 0 ? [names.join('\n')] : []), ...tables].join('\n\n')
}

/** What would stand in a cell as JSON. */
function isNested(value: unknown): boolean {
  return isTable(value) || (isRecord(value) && typeof value['name'] !== 'string')
}

function isTable(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.some((one) => isRecord(one))
}

function short(value: unknown): string {
  const text = plain(value)
  return text.length > COLUMN_WIDTH_MAX ? `${text.slice(0, COLUMN_WIDTH_MAX - 1)}…` : text
}

/** On one line, and without control characters: a name must not be able to move the reader's cursor. */
function plain(value: unknown): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return NOTHING
  if (isRecord(value) && typeof value['name'] === 'string') return plain(value['name'])
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'string')
  const text = isList ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value)
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
}
