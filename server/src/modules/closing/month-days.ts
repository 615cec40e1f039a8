import { present } from '#kernel/assert.ts'
import { parsePeriod } from '#kernel/periods.ts'

/** The first and the last day of a month that the schema let through. */
export function monthDays(month: string): { startsOn: string; endsOn: string } {
  return present(parsePeriod(month), 'a month that was parsed')
}
