import { setImmediate } from 'node:timers/promises'
import { originalCell, type SheetRecord } from '#server/modules/imports/index.ts'
import { sharedEnding, withoutEnding } from './read-account.ts'
import { dayOrderOf, isInReach, readDayText, type DayOrder } from './read-days.ts'
import { amountsOf, type Reading, type ReadRow } from './reading.ts'

const OPENING = /^(beginning|opening) balance$/i
const CLOSING = /^(closing|ending) balance$/i
const TOTAL_OF = /^total(?: for| -)? (.+)$/i
/** ERPNext's own sums over all accounts, in quotation marks or without. */
const OVERALL = /^'?(opening|total|totals|grand total|closing( \(opening \+ total\))?)'?$/i
const MEMO_MAX = 300

/** About 10 ms of reading; then others have their turn. */
const ROWS_AT_ONCE = 500

/** The rows of a general ledger as lines, openings and stated sums. */
export async function readGeneralLedger(reading: Reading, saidOrder: DayOrder | undefined): Promise<void> {
  const { table, textAt } = reading
  const { at, records, program } = table
  const hasOwnColumn = at.account !== undefined && at.account !== at.day && table.columns[at.account] !== ''
  const days = records.map((record) => textAt(record, 'day'))
  const walk: Walk = {
    order: saidOrder ?? dayOrderOf(days),
    // What is written in a column of its own ends alike in every row; heads of accounts stand above their lines.
    ending: program.hasGroups
      ? sharedEnding(
          records
            .map((record) => textAt(record, 'account'))
            .filter((text) => text !== '' && !OVERALL.test(text)),
        )
      : '',
    account: '',
  }
  for (const [count, record] of records.entries()) {
    if (count % ROWS_AT_ONCE === 0) await setImmediate()
    readRow(reading, record, { walk, hasOwnColumn })
  }
}

interface Walk {
  order: DayOrder | undefined
  ending: string
  /** Under whose head the rows stand. */
  account: string
}

function readRow(
  reading: Reading,
  record: SheetRecord,
  { walk, hasOwnColumn }: { walk: Walk; hasOwnColumn: boolean },
): void {
  const { textAt } = reading
  const amounts = amountsOf(reading, record)
  const first = firstText(record)
  const own = hasOwnColumn ? withoutEnding(textAt(record, 'account'), walk.ending) : ''
  const dayText = textAt(record, 'day')
  const day = dayText === '' ? undefined : readDayText(dayText, walk.order)
  if (OVERALL.test(first) || OVERALL.test(own) || CLOSING.test(first)) return
  if (OPENING.test(first) || OPENING.test(dayText))
    return openAccount(reading, record, { walk, own, amounts })
  const total = TOTAL_OF.exec(first)?.[1]
  if (total !== undefined && day === undefined) {
    for (const { cell, value, side } of amounts)
      reading.state(record, { row: record.row, cell, value, side, account: walk.account })
    return
  }
  const isHead = day === undefined && amounts.length === 0 && first !== ''
  if (isHead) {
    walk.account = withoutEnding(first, walk.ending)
    return openAccount(reading, record, { walk, own: '', amounts })
  }
  if (amounts.length === 0) return
  const name = own || walk.account
  if (name === '') return reading.fault(record, null, NO_ACCOUNT)
  if (day === undefined || day === 'open' || !isInReach(day))
    return reading.fault(record, reading.table.at.day ?? null, dayFault(dayText, day))
  const document = [day, textAt(record, 'documentType'), textAt(record, 'document')].join(' ').trim()
  const memo = [textAt(record, 'party'), textAt(record, 'memo')].filter(Boolean).join(': ').slice(0, MEMO_MAX)
  for (const amount of amounts)
    reading.add(record, { ...amount, text: name, hint: textAt(record, 'type'), day, memo, document })
}

/** The balance stands in its side, or in the column that runs along. */
function openAccount(
  reading: Reading,
  record: SheetRecord,
  { walk, own, amounts }: { walk: Walk; own: string; amounts: ReadRow[] },
): void {
  const text = own || walk.account
  if (text === '') return
  const { at, program } = reading.table
  const running = amounts.length === 0 ? reading.readAmount(record, at.balance) : undefined
  if (running && 'message' in running) return reading.fault(record, at.balance ?? null, running.message)
  const found = running ? [{ ...running, side: program.balanceSide }] : amounts
  for (const amount of found) reading.open(record, { ...amount, text })
}

function firstText({ cells }: SheetRecord): string {
  return originalCell(cells.find((cell) => cell.trim() !== '') ?? '').trim()
}

const NO_ACCOUNT = {
  en: 'There is an amount, and no account above it. Export the report with a row for each account, or with the account in each row.',
  de: 'Hier steht ein Betrag, und darüber kein Konto. Exportieren Sie den Bericht mit einer Zeile je Konto, oder mit dem Konto in jeder Zeile.',
}

function dayFault(text: string, day: string | undefined) {
  if (day === 'open')
    return {
      en: `"${text}" can be two days, and no other day of the column tells which. Say whether the day or the month comes first.`,
      de: `„${text}“ können zwei Tage sein, und kein anderer Tag der Spalte sagt, welcher. Sagen Sie, ob der Tag oder der Monat zuerst steht.`,
    }
  if (day !== undefined)
    return {
      en: `${day} is outside of what books take: 1970-01-01 to 2199-12-31. Correct the day.`,
      de: `${day} liegt außerhalb dessen, was Bücher aufnehmen: 1970-01-01 bis 2199-12-31. Berichtigen Sie den Tag.`,
    }
  return {
    en: text === '' ? 'There is an amount, and no day.' : `"${text.slice(0, 40)}" is no day.`,
    de: text === '' ? 'Hier steht ein Betrag, und kein Tag.' : `„${text.slice(0, 40)}“ ist kein Tag.`,
  }
}
