import { addDays, nextPeriod, periodOf, today } from '#kernel/periods.ts'
import type { Input, Row } from '../../api.ts'
import { emptyEntry, inputOf, OVERHEAD, type Accounts, type LineDraft } from '../banking/entry-draft.ts'
import { decimalIn } from '../banking/typed-amount.ts'

export type Kind = Row<'closing.list-schedules'>['kind']
export const KINDS = ['recurring', 'reversing', 'spread', 'loan'] as const satisfies readonly Kind[]
export const METHODS = ['annuity', 'interest-only'] as const

/** As it is typed, for whichever kind: amounts are text until they are sent. */
export interface ScheduleDraft {
  name: string
  memo: string
  from: string
  until: string
  dayOfMonth: string
  months: string
  amount: string
  /** In percent. */
  yearlyRate: string
  method: (typeof METHODS)[number]
  debitAccountId: string
  creditAccountId: string
  cashAccountId: string
  place: string
  lines: LineDraft[]
}

const PLANNED_MAX = 600
/** What has no end is shown for a year. */
const MONTHS_SHOWN = 12

export function emptySchedule(): ScheduleDraft {
  const rest = { until: '', dayOfMonth: '31', months: '12', amount: '', yearlyRate: '' }
  const accounts = { debitAccountId: '', creditAccountId: '', cashAccountId: '', place: '' }
  const { lines, effectiveOn } = emptyEntry(today())
  return { name: '', memo: '', from: effectiveOn, ...rest, method: 'annuity', ...accounts, lines }
}

/** What is sent, and which line stands at which place of it. */
export function scheduleInput(
  kind: Kind,
  draft: ScheduleDraft,
  { bookId, accounts }: { bookId: string; accounts: Accounts },
): { input: Input<'closing.create-schedule'>; keys: number[] } {
  const memo = draft.memo.trim()
  const { input: entry, keys } = inputOf(
    { effectiveOn: draft.from, memo, lines: draft.lines },
    { bookId, accounts },
  )
  const { from, lines } = { from: draft.from, lines: entry.lines }
  const dayOfMonth = Number(draft.dayOfMonth)
  const times = { from, months: Number(draft.months), dayOfMonth }
  const of = placeOf(draft.place)
  const { debitAccountId, creditAccountId, cashAccountId, method } = draft
  const terms = {
    recurring: { recurring: { from, until: draft.until || null, dayOfMonth, memo, lines } },
    reversing: { reversing: { on: from, memo, lines } },
    spread: {
      spread: { ...times, amount: decimalIn(draft.amount), debitAccountId, creditAccountId, ...of, memo },
    },
    loan: {
      loan: {
        ...times,
        principal: decimalIn(draft.amount),
        yearlyRate: rateOf(draft.yearlyRate),
        method,
        interestAccountId: debitAccountId,
        loanAccountId: creditAccountId,
        cashAccountId,
        ...of,
        memo,
      },
    },
  }
  return { input: { bookId, name: draft.name.trim(), ...terms[kind] }, keys }
}

function placeOf(place: string) {
  if (place === OVERHEAD) return { isOverhead: true }
  return place === '' ? {} : { businessId: place }
}

/** 4.5 percent are 0.045: moved in its digits, for a float would add some of its own. */
export function rateOf(percent: string): string {
  const decimal = decimalIn(percent)
  const [whole = '', fraction = ''] = decimal.split('.')
  if (!/^\d+$/.test(whole)) return decimal
  const digits = whole.padStart(3, '0')
  const moved = `${digits.slice(-2)}${fraction}`.replace(/0+$/, '')
  const before = digits.slice(0, -2).replace(/^0+(?=\d)/, '')
  return moved === '' ? before : `${before}.${moved}`
}

/** On which days it will be due. What each posts is told by the server once it is there. */
export function plannedDays(kind: Kind, draft: ScheduleDraft): string[] {
  const { from, until } = draft
  if (from === '') return []
  if (kind === 'reversing') return [from, nextPeriod(periodOf('month', from)).startsOn]
  const asked = kind === 'recurring' ? MONTHS_SHOWN + 1 : Number(draft.months)
  const count = Math.min(Number.isInteger(asked) && asked > 0 ? asked : 0, PLANNED_MAX)
  const days: string[] = []
  let month = periodOf('month', from)
  while (days.length < count) {
    const on = addDays(month.startsOn, Number(draft.dayOfMonth) - 1)
    days.push(on < month.endsOn ? on : month.endsOn)
    month = nextPeriod(month)
  }
  if (kind !== 'recurring') return days
  return days.filter((on) => on >= from && (until === '' || on <= until)).slice(0, MONTHS_SHOWN)
}
