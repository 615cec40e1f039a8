import { csvRow, harmlessCell } from '#server/modules/imports/index.ts'
import type { PostedLine } from './schema.ts'

const COLUMNS: readonly [header: string, text: (line: PostedLine) => string][] = [
  ['Date', ({ effectiveOn }) => effectiveOn],
  ['Entry', ({ entry }) => entry.id],
  ['Account', ({ account }) => harmlessCell(account.code)],
  ['Account name', ({ account }) => harmlessCell(account.name)],
  ['Memo', ({ entry }) => harmlessCell(entry.memo)],
  ['Line memo', ({ memo }) => harmlessCell(memo ?? '')],
  ['Business', ({ business }) => harmlessCell(business?.name ?? '')],
  ['Partner', ({ partnerEntity }) => harmlessCell(partnerEntity?.name ?? '')],
  ['Counterparty', ({ counterparty }) => harmlessCell(counterparty ?? '')],
  ['Debit', ({ debit }) => debit ?? ''],
  ['Credit', ({ credit }) => credit ?? ''],
  ['Currency', ({ currency }) => currency],
  // Figures stay figures: below zero one begins with a minus, and is no formula.
  ['Balance', ({ balance }) => balance ?? ''],
]

export const LINE_CSV_HEAD = csvRow(COLUMNS.map(([header]) => header))

/** CSV as RFC 4180 says, a row for each line. */
export function lineCsv(lines: readonly PostedLine[]): string {
  return lines.map((line) => csvRow(COLUMNS.map(([, text]) => text(line)))).join('')
}
