import { lastEndedBefore, nextPeriod, periodOf, previousPeriod, today, type Period } from '#kernel/periods.ts'
import { tooManyPeriods } from './problems.ts'
import type { Kpi } from './schema.ts'

export const PERIODS_MAX = 260

/** The period that lies so many before it. */
export function backFrom(last: Period, periods: number): Period {
  let at = last
  for (let back = 0; back < periods; back++) at = previousPeriod(at)
  return at
}

/** From the first to the last, both of them in. Throws the problem `kpis.too-many-periods`. */
export function periodsBetween(first: Period, last: Period): Period[] {
  const periods = [first]
  for (let at = first; at.startsOn < last.startsOn;) {
    at = nextPeriod(at)
    periods.push(at)
    if (periods.length > PERIODS_MAX) throw tooManyPeriods(periods.length, PERIODS_MAX)
  }
  return periods
}

/** So many that have ended, the latest last, and the present one after them. */
export function latestPeriods({ cadence }: Pick<Kpi, 'cadence'>, count: number): Period[] {
  const last = lastEndedBefore(cadence, today())
  return periodsBetween(backFrom(last, count - 1), periodOf(cadence, today()))
}
