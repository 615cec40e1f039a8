import { addDays, periodOf, previousPeriod, type Period } from '#kernel/periods.ts'

/** What of its time the books tell: so many full months, and the days of the running one. */
export interface BookWindow {
  from: string
  /** The last day that is booked. */
  today: string
  /** The oldest first; the running one is last. */
  months: readonly Period[]
}

export function windowOf({ today, months }: { today: string; months: number }): BookWindow {
  let period = periodOf('month', today)
  const all = [period]
  for (let at = 0; at < months; at++) all.unshift((period = previousPeriod(period)))
  return { from: period.startsOn, today, months: all }
}

/** A first and a last day, both in it. */
export interface Days {
  from: string
  to: string
}

/** What both have in common; its first day lies after its last where that is nothing. */
export function within(one: Days, other: Days): Days {
  return {
    from: one.from > other.from ? one.from : other.from,
    to: one.to < other.to ? one.to : other.to,
  }
}

export function isIn(on: string, { from, to }: Days): boolean {
  return on >= from && on <= to
}

/** All days of a month, in order. */
export function daysOf({ startsOn, endsOn }: Period): string[] {
  const prefix = startsOn.slice(0, 8)
  return Array.from(
    { length: Number(endsOn.slice(8)) },
    (_nothing, at) => `${prefix}${String(at + 1).padStart(2, '0')}`,
  )
}

/** Monday is 0. */
export function weekdayOf(on: string): number {
  return (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** That day of the month, or the last one where it has fewer; on a weekend the Friday before, and in the first days the Monday after. */
export function workday({ startsOn, endsOn }: Period, dayOfMonth: number): string {
  const wanted = addDays(startsOn, dayOfMonth - 1)
  const on = wanted > endsOn ? endsOn : wanted
  const over = weekdayOf(on) - 4
  if (over <= 0) return on
  const before = addDays(on, -over)
  return before >= startsOn ? before : addDays(on, 3 - over)
}
