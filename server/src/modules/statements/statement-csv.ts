import { csvRow, harmlessCell } from '../imports/index.ts'
import type { PrintedStatement } from './printed-statement.ts'

/** CSV as RFC 4180 says: a line for each row, decimal points, and labels indented as on the screen. */
export function statementCsv({
  title,
  heads,
  rows,
}: Pick<PrintedStatement, 'title' | 'heads' | 'rows'>): string {
  const head = [harmlessCell(title), ...heads]
  const lines = rows.map(({ label, depth, amounts }) => [
    `${'  '.repeat(depth)}${harmlessCell(label)}`,
    ...amounts,
  ])
  return [head, ...lines].map((cells) => csvRow(cells)).join('')
}
