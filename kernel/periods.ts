import { present } from './assert.ts'

/**
 * Periods of a calendar, as people write them: `2026-W43` (ISO 8601 week), `2026-10`, `2026-Q3`. Days are `2026-10-31`, and
 * nothing here knows a time zone: a day is a day.
 */
export const CADENCES = ['week', 'month', 'quarter'] as const
export type Cadence = (typeof CADENCES)[number]

export interface Period {
  cadence: Cadence
  /** As it is written. */
  name: string
  startsOn: string
  /** The last day that is in it. */
  endsOn: string
}

const DAY_MS = 86_400_000
const YEAR_MIN = 1970
const YEAR_MAX = 2199

/** Undefined for whatever is no period: a month 13, a week 53 of a year that has 52, a year before 1970 or after 2199. */
export function parsePeriod(name: string): Period | undefined {
  const [, year = '', month, week, quarter] = /^(\d{4})-(?:(\d{2})|W(\d{2})|Q(\d))$/.exec(name) ?? []
  if (Number(year) < YEAR_MIN || Number(year) > YEAR_MAX) return undefined
  const found = month
    ? periodOf('month', dayOf(Date.UTC(Number(year), Number(month) - 1, 1)))
    : week
      ? periodOf('week', dayOf(firstMonday(Number(year)) + (Number(week) - 1) * 7 * DAY_MS))
      : periodOf('quarter', dayOf(Date.UTC(Number(year), Number(quarter) * 3 - 3, 1)))
  // What does not exist (month 13, quarter 5, week 53) lands in another period, whose name is not what was given.
  return found.name === name ? found : undefined
}

/** The period of the cadence that the day is in. */
export function periodOf(cadence: Cadence, day: string): Period {
  const at = new Date(msOf(day))
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()]
  if (cadence === 'week') {
    const startMs = at.getTime() - ((at.getUTCDay() + 6) % 7) * DAY_MS
    // The year of an ISO week is that of its Thursday.
    const weekYear = new Date(startMs + 3 * DAY_MS).getUTCFullYear()
    const number = Math.round((startMs - firstMonday(weekYear)) / (7 * DAY_MS)) + 1
    return period(cadence, `${weekYear}-W${twoDigits(number)}`, startMs, startMs + 7 * DAY_MS)
  }
  if (cadence === 'month')
    return period(
      cadence,
      `${year}-${twoDigits(month + 1)}`,
      Date.UTC(year, month, 1),
      Date.UTC(year, month + 1, 1),
    )
  const first = month - (month % 3)
  return period(cadence, `${year}-Q${first / 3 + 1}`, Date.UTC(year, first, 1), Date.UTC(year, first + 3, 1))
}

export function nextPeriod({ cadence, endsOn }: Period): Period {
  return periodOf(cadence, addDays(endsOn, 1))
}

export function previousPeriod({ cadence, startsOn }: Period): Period {
  return periodOf(cadence, addDays(startsOn, -1))
}

/** The first and the last day of a month that a schema let through. */
export function monthDays(month: string): Period {
  return present(parsePeriod(month), 'a month that was parsed')
}

/** The last period that had ended before that day. */
export function lastEndedBefore(cadence: Cadence, day: string): Period {
  return previousPeriod(periodOf(cadence, day))
}

export function addDays(day: string, days: number): string {
  return dayOf(msOf(day) + days * DAY_MS)
}

/** The first day of the fiscal year that the day is in; the year ends on that month and day (`03-31`). */
export function fiscalYearStart(day: string, yearEnd: string): string {
  const year = Number(day.slice(0, 4))
  const ends = (of: number) => {
    const isLeap = addDays(`${of}-02-28`, 1).endsWith('29')
    return `${of}-${yearEnd === '02-29' && !isLeap ? '02-28' : yearEnd}`
  }
  return addDays(day > ends(year) ? ends(year) : ends(year - 1), 1)
}

/** The day that it is in UTC. */
export function today(): string {
  return dayOf(Date.now())
}

/** How many days later `to` is than `from`. */
export function daysBetween(given: { from: string; to: string }): number {
  return Math.round((msOf(given.to) - msOf(given.from)) / DAY_MS)
}

function period(cadence: Cadence, name: string, startMs: number, afterMs: number): Period {
  return { cadence, name, startsOn: dayOf(startMs), endsOn: dayOf(afterMs - DAY_MS) }
}

/** The Monday of week 1, which is the week with 4 January in it. */
function firstMonday(year: number): number {
  const fourth = Date.UTC(year, 0, 4)
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS
}

function msOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
