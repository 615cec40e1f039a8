import type { Language } from '#kernel/languages.ts'
import { csvRow, harmlessCell } from '../imports/index.ts'
import type { Statement } from './schema.ts'
import { columnTitle, statementTitle } from './statement-title.ts'

/** CSV as RFC 4180 says: a line for each row, decimal points, and labels indented as on the screen. */
export function statementCsv(statement: Statement, language: Language): string {
  const title = harmlessCell(statementTitle(statement, language))
  const head = [title, ...statement.columns.map((one) => columnTitle(one, language))]
  const rows = statement.rows.map(({ label, depth, amounts }) => [
    `${'  '.repeat(depth)}${harmlessCell(label)}`,
    ...amounts,
  ])
  return [head, ...rows].map((cells) => csvRow(cells)).join('')
}
