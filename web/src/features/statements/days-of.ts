import { addDays, fiscalYearStart, periodOf, previousPeriod, type Period } from '#kernel/periods.ts'
import type { Kind } from './statement-words.ts'

export const SPANS = ['year-to-date', 'month', 'last-month', 'quarter', 'last-year', 'own'] as const
export type Span = (typeof SPANS)[number]
/** Of a balance sheet only the last day counts, and that of every span that has not ended is today. */
export const SPANS_BY_DAY = [
  'year-to-date',
  'last-month',
  'last-year',
  'own',
] as const satisfies readonly Span[]
export const COMPARISONS = ['none', 'before', 'year', 'year-end', 'months', 'quarters'] as const
export type Comparison = (typeof COMPARISONS)[number]

export interface Days {
  from: string
  to: string
}

const MONTHS_SHOWN = 12
const QUARTERS_SHOWN = 8
/** How far back lies what a span is compared with; days of one's own are compared with as many before them. */
const MONTHS_IN: Partial<Record<Span, number>> = {
  month: 1,
  'last-month': 1,
  quarter: 3,
  'year-to-date': 12,
  'last-year': 12,
}

/** What has not ended goes up to today, so that it is compared with as many days of another month or year, and not with all of them. */
export function daysOf(
  span: Exclude<Span, 'own'>,
  { on, fiscalYearEnd }: { on: string; fiscalYearEnd: string },
): Days {
  const yearFrom = fiscalYearStart(on, fiscalYearEnd)
  const lastDay = addDays(yearFrom, -1)
  const { startsOn, endsOn } = previousPeriod(periodOf('month', on))
  const spans = {
    month: { from: periodOf('month', on).startsOn, to: on },
    'last-month': { from: startsOn, to: endsOn },
    quarter: { from: periodOf('quarter', on).startsOn, to: on },
    'year-to-date': { from: yearFrom, to: on },
    'last-year': { from: fiscalYearStart(lastDay, fiscalYearEnd), to: lastDay },
  }
  return spans[span]
}

/** What each kind can be set beside: only a balance sheet is of a day, and so beside the end of the year before. */
export function comparisonsOf(kind: Kind): readonly Comparison[] {
  return COMPARISONS.filter((one) => one !== 'year-end' || kind === 'balance-sheet')
}

/** The columns, the latest first: on a phone it stands beside the words. */
export function columnsOf(
  days: Days,
  given: { kind: Kind; span: Span; compare: Comparison; fiscalYearEnd: string },
): { from?: string; to: string }[] {
  const all = spansOf(days, given)
  return given.kind === 'balance-sheet' ? all.map(({ to }) => ({ to })) : all
}

function spansOf(
  days: Days,
  {
    kind,
    span,
    compare,
    fiscalYearEnd,
  }: { kind: Kind; span: Span; compare: Comparison; fiscalYearEnd: string },
): Days[] {
  const { from, to } = days
  if (compare === 'months') return backFrom('month', to, MONTHS_SHOWN)
  if (compare === 'quarters') return backFrom('quarter', to, QUARTERS_SHOWN)
  if (compare === 'year') return [days, monthsEarlier(days, 12)]
  if (compare === 'year-end') return [days, { from, to: addDays(fiscalYearStart(to, fiscalYearEnd), -1) }]
  if (compare === 'none') return [days]
  const months = kind === 'balance-sheet' ? 1 : MONTHS_IN[span]
  return [days, months === undefined ? justBefore(days) : monthsEarlier(days, months)]
}

function justBefore({ from, to }: Days): Days {
  const last = addDays(from, -1)
  let first = last
  for (let day = from; day < to; day = addDays(day, 1)) first = addDays(first, -1)
  return { from: first, to: last }
}

/** As many whole months before, where it is whole months; else as many days. */
export function daysBefore(days: Days): Days {
  const { from, to } = days
  const [first, last] = [periodOf('month', from), periodOf('month', to)]
  if (first.startsOn !== from || last.endsOn !== to) return justBefore(days)
  return monthsEarlier(days, monthIn(to) - monthIn(from) + 1)
}

/** Up to `to`, whose own period ends there, and then as many whole ones before it. */
function backFrom(cadence: 'month' | 'quarter', to: string, count: number): Days[] {
  const all: Days[] = []
  let at: Period = periodOf(cadence, to)
  while (all.length < count) {
    all.push({ from: at.startsOn, to: all.length === 0 ? to : at.endsOn })
    at = previousPeriod(at)
  }
  return all
}

/** So many months earlier. What ended with its month ends with that one too. */
export function monthsEarlier({ from, to }: Days, months: number): Days {
  const isEnd = periodOf('month', to).endsOn === to
  const earlier = monthsBefore(to, months)
  return { from: monthsBefore(from, months), to: isEnd ? periodOf('month', earlier).endsOn : earlier }
}

function monthIn(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
}

/** A whole year up to that day: it begins on the day after the same one a year before. */
export function yearUpTo(to: string): Days {
  return { from: addDays(monthsEarlier({ from: to, to }, 12).to, 1), to }
}

function monthsBefore(day: string, months: number): string {
  let at = periodOf('month', day)
  for (let back = 0; back < months; back++) at = previousPeriod(at)
  const same = `${at.startsOn.slice(0, 8)}${day.slice(8)}`
  return same > at.endsOn ? at.endsOn : same
}

/** As short as it can be told: `2026-11-27`, `2026-10`, `2026-Q3`, `2026`, or its two days. */
export function columnTitle({ from, to }: { from: string | null; to: string }): string {
  if (from === null) return to
  const whole = (['month', 'quarter'] as const)
    .map((cadence) => periodOf(cadence, to))
    .find(({ startsOn, endsOn }) => startsOn === from && endsOn === to)
  if (whole) return whole.name
  const year = to.slice(0, 4)
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : `${from} – ${to}`
}
