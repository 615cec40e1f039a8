import { today } from '#kernel/periods.ts'
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

/** Whether more days follow than those of the year that the server tells. */
export function goesOnAfter(kind: Kind, { until, months }: ScheduleDraft, days: readonly string[]): boolean {
  if (kind === 'recurring') return until === ''
  return kind !== 'reversing' && Number(months) > days.length
}
