import { present } from '#kernel/assert.ts'
import { addDays, nextPeriod, periodOf, type Period } from '#kernel/periods.ts'
import { decimalOf, minorOf } from '#kernel/money.ts'
import type { NewLine } from '#server/modules/ledger/index.ts'
import { loanPayments } from './loan-payments.ts'
import { MONTHS_MAX, type Terms } from './schedule-schema.ts'

/** After every day on which something can be due. */
const LAST_DAY = '9999-12-31'

export interface Occurrence {
  /** From 1, in the order of the days: what was posted for it is found by it. */
  number: number
  effectiveOn: string
  memo: string
  lines: NewLine[]
}

export interface Scheduled {
  terms: Terms
  /** Of the book. */
  currency: string
  endedOn: string | null
}

/** All that is due up to a day, by day. Pure: whoever asks again finds the same under the same numbers. */
export function occurrences({ terms, currency, endedOn }: Scheduled, through: string): Occurrence[] {
  const last = endedOn !== null && endedOn < through ? endedOn : through
  return planned(terms, currency, last).filter(
    ({ effectiveOn, lines }) => effectiveOn <= last && lines.length > 0,
  )
}

/** The last day on which something is due; null where it goes on without an end. */
export function lastDayOf(scheduled: Scheduled): string | null {
  const { terms, endedOn } = scheduled
  if (terms.recurring?.until === null && endedOn === null) return null
  return occurrences(scheduled, LAST_DAY).at(-1)?.effectiveOn ?? endedOn
}

/**
 * The lines of all that it ever posts, each once: what recurs has the same in every month. There are at most MONTHS_MAX, also of what
 * has no end.
 */
export function linesEver(terms: Terms, currency: string): NewLine[][] {
  return [...new Set(planned(terms, currency, LAST_DAY).map(({ lines }) => lines))]
}

function planned(
  { recurring, reversing, spread, loan }: Terms,
  currency: string,
  last: string,
): Occurrence[] {
  if (recurring) return recurs(recurring, last)
  if (reversing) return reverses(reversing)
  if (spread) return spreads(spread, currency)
  return loan ? repays(loan, currency) : []
}

function recurs(
  { from, until, dayOfMonth, memo, lines }: NonNullable<Terms['recurring']>,
  last: string,
): Occurrence[] {
  const end = until !== null && until < last ? until : last
  return monthsFrom(from, MONTHS_MAX)
    .map((month) => dayIn(month, dayOfMonth))
    .filter((on) => on >= from && on <= end)
    .map((effectiveOn, at) => ({ number: at + 1, effectiveOn, memo, lines }))
}

function reverses({ on, memo, lines }: NonNullable<Terms['reversing']>): Occurrence[] {
  const back = lines.map(({ debit, credit, ...line }) => Object.assign({}, line, sides(credit, debit)))
  return [
    { number: 1, effectiveOn: on, memo, lines },
    {
      number: 2,
      effectiveOn: nextPeriod(periodOf('month', on)).startsOn,
      memo: `Reversal: ${memo}`,
      lines: back,
    },
  ]
}

function spreads(spread: NonNullable<Terms['spread']>, currency: string): Occurrence[] {
  const { from, months, dayOfMonth, memo, debitAccountId, creditAccountId } = spread
  const whole = minorIn(spread.amount, currency)
  const part = whole / BigInt(months)
  return monthsFrom(from, months).map((month, at) => {
    const minor = at + 1 === months ? whole - part * BigInt(months - 1) : part
    const number = at + 1
    const lines = [
      lineOf(debitAccountId, minor, currency, spread),
      lineOf(creditAccountId, -minor, currency, spread),
    ].flat()
    return { number, effectiveOn: dayIn(month, dayOfMonth), memo: `${memo} (${number} of ${months})`, lines }
  })
}

function repays(loan: NonNullable<Terms['loan']>, currency: string): Occurrence[] {
  const { from, months, dayOfMonth, memo, yearlyRate, method } = loan
  const principalMinor = minorIn(loan.principal, currency)
  const payments = loanPayments({ principalMinor, yearlyRate, months, method })
  return monthsFrom(from, months).map((month, at) => {
    const { interestMinor, repaidMinor } = present(payments[at], 'a payment per month')
    const number = at + 1
    const lines = [
      lineOf(loan.interestAccountId, interestMinor, currency, loan),
      lineOf(loan.loanAccountId, repaidMinor, currency, loan),
      lineOf(loan.cashAccountId, -interestMinor - repaidMinor, currency, loan),
    ].flat()
    return { number, effectiveOn: dayIn(month, dayOfMonth), memo: `${memo} (${number} of ${months})`, lines }
  })
}

/** None for an amount of 0, which moves nothing. */
function lineOf(
  accountId: NewLine['accountId'],
  minor: bigint,
  currency: string,
  { businessId, isOverhead }: Pick<NewLine, 'businessId' | 'isOverhead'>,
): NewLine[] {
  if (minor === 0n) return []
  const side =
    minor > 0n ? sides(decimalOf(minor, currency), undefined) : sides(undefined, decimalOf(-minor, currency))
  const rest = { partnerEntityId: null, counterparty: null, memo: null, tags: [] }
  return [Object.assign({ accountId, businessId, isOverhead }, rest, side)]
}

function sides(debit: string | undefined, credit: string | undefined) {
  return { ...(debit !== undefined && { debit }), ...(credit !== undefined && { credit }) }
}

function monthsFrom(day: string, count: number): Period[] {
  const months = [periodOf('month', day)]
  while (months.length < count) months.push(nextPeriod(present(months.at(-1), 'a month')))
  return months
}

function dayIn({ startsOn, endsOn }: Period, dayOfMonth: number): string {
  const on = addDays(startsOn, dayOfMonth - 1)
  return on < endsOn ? on : endsOn
}

/** Checked when the schedule was made. */
function minorIn(decimal: string, currency: string): bigint {
  const read = minorOf(decimal, currency)
  return 'minor' in read ? read.minor : 0n
}
