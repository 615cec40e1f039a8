import { isRecord } from '#kernel/records.ts'
import { UsageError } from './usage-error.ts'

const COLUMN_WIDTH_MAX = 40
const COLUMNS_MAX = 6

/** An answer as a person reads it: a list as a table, anything else as names and values. */
export function readable(output: unknown): string {
  if (!isRecord(output)) return String(output)
  const { items, total, nextCursor } = output
  if (!Array.isArray(items)) return nameAndValue(output)
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
  const cells = [columns, ...rows.map((row) => columns.map((column) => short(row[column])))]
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

function nameAndValue(output: Record<string, unknown>): string {
  const width = Math.max(0, ...Object.keys(output).map((name) => name.length))
  return Object.entries(output)
    .map(([name, value]) => `${name.padEnd(width)}  ${plain(value)}`)
    .join('\n')
}

function short(value: unknown): string {
  const text = plain(value)
  return text.length > COLUMN_WIDTH_MAX ? `${text.slice(0, COLUMN_WIDTH_MAX - 1)}…` : text
}

/** On one line, and without control characters: a name must not be able to move the reader's cursor. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return '—'
  if (isRecord(value) && typeof value['name'] === 'string') return plain(value['name'])
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
}
