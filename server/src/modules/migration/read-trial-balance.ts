import type { SheetRecord } from '#server/modules/imports/index.ts'
import { originalCell } from '#server/modules/imports/index.ts'
import { groupRows } from './group-rows.ts'
import { sharedEnding, withoutEnding } from './read-account.ts'
import { amountsOf, type ReadRow, type Reading } from './reading.ts'

/** ERPNext writes its own with quotes around it. */
const TOTAL = /^'?(grand )?totals?:?'?$/i
const PART_TOTAL = /^total\b/i
/** As many digits as any amount has: groups are compared as whole numbers. */
const SCALE = 12

/** The rows of a trial balance as lines and stated sums. Pure. */
export function readTrialBalance(reading: Reading): void {
  const { table, textAt } = reading
  const rows = table.records.flatMap((record): Row[] => {
    const amounts = amountsOf(reading, record)
    const text = originalCell(record.cells[table.at.account ?? 0] ?? '')
    return text.trim() === '' && amounts.length === 0 ? [] : [{ record, text, amounts }]
  })
  const names = rows.filter(({ amounts }) => amounts.length > 0).map(({ text }) => text.trim())
  const ending = table.program.hasGroups ? sharedEnding(names.filter((name) => !TOTAL.test(name))) : ''
  const parts = table.program.hasGroups ? groupsAndHints(reading, rows) : undefined
  for (const [at, { record, text, amounts }] of rows.entries()) {
    const name = withoutEnding(text.trim(), ending)
    if (TOTAL.test(name)) {
      for (const { cell, value, side } of amounts)
        reading.state(record, { row: record.row, cell, value, side, account: null })
    } else if (PART_TOTAL.test(name) || parts?.isGroup[at]) continue
    else if (amounts.length > 0 && name === '') reading.fault(record, null, NO_ACCOUNT)
    else
      for (const amount of amounts)
        reading.add(record, {
          ...amount,
          text: name,
          hint: textAt(record, 'type') || (parts?.hints[at] ?? ''),
        })
  }
}

interface Row {
  record: SheetRecord
  text: string
  amounts: ReadRow[]
}

const NO_ACCOUNT = {
  en: 'There is an amount, and no account. Name the account in this row, or take the row out.',
  de: 'Hier steht ein Betrag, und kein Konto. Nennen Sie in dieser Zeile das Konto, oder nehmen Sie die Zeile heraus.',
}

/** Which rows are sums of others, and below which of them each row stands: "Application of Funds (Assets) / Bank Accounts". */
function groupsAndHints(reading: Reading, rows: readonly Row[]): { isGroup: boolean[]; hints: string[] } {
  const accounts = rows.filter(({ text }) => !TOTAL.test(text.trim()))
  const tree = accounts.map((row) => ({
    indent: row.text.length - row.text.trimStart().length,
    figures: reading.figuresOf(row.record).map((value) => scaled(value)),
  }))
  const found = groupRows(tree)
  const isIndented = tree.some(({ indent }) => indent > 0)
  // Without indentation nobody sees where a group ends; its topmost one is told by what it is called.
  const path: { indent: number; name: string }[] = []
  const hints = accounts.map(({ text }, at) => {
    const [indent, name] = [tree[at]?.indent ?? 0, text.trim()]
    if (isIndented) leaveDeeper(path, indent)
    const hint = path.map((one) => one.name).join(' / ')
    if (isIndented) path.push({ indent, name })
    else if (found[at] === true && ROOT.test(name)) path.splice(0, 1, { indent, name })
    return hint
  })
  return { isGroup: found, hints }
}

function leaveDeeper(path: { indent: number }[], indent: number): void {
  while ((path.at(-1)?.indent ?? -1) >= indent) path.pop()
}

const ROOT = /\b(assets?|liabilit(y|ies)|equity|income|expenses?)\b/i

function scaled(value: string): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? []
  return BigInt(sign + whole + fraction.slice(0, SCALE).padEnd(SCALE, '0'))
}
