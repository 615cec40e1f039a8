import { addDays, fiscalYearStart, periodOf, nextPeriod } from '#kernel/periods.ts'

const MONTHS = 12
const YEARS_BACK = 3

/** The twelve months of the fiscal year that begins with that day. */
export function monthsFrom(firstDay: string): string[] {
  let at = periodOf('month', firstDay)
  const names: string[] = []
  while (names.length < MONTHS) {
    names.push(at.name)
    at = nextPeriod(at)
  }
  return names
}

/** First days of the fiscal years that are offered: the next one, this one, and some before it. */
export function budgetYears(on: string, fiscalYearEnd: string): string[] {
  const own = fiscalYearStart(on, fiscalYearEnd)
  const next = nextPeriod(periodOf('month', `${monthsFrom(own).at(-1)}-01`)).startsOn
  const starts = [next, own]
  while (starts.length < YEARS_BACK + 2)
    starts.push(fiscalYearStart(addDays(starts.at(-1) ?? own, -1), fiscalYearEnd))
  return starts
}
