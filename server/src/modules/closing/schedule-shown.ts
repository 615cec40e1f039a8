import { lastDayOf } from './occurrences.ts'
import { Terms, type Schedule } from './schedule-schema.ts'
import type { ScheduleRow } from './schedules-queries.ts'

/** As it is told: its terms are kept for what computes its days. */
export function scheduleShown({ terms, currency, ...row }: ScheduleRow): Schedule {
  const { id, bookId, name, kind, endedOn, createdAt } = row
  const lastOn = lastDayOf({ terms: Terms.parse(terms), currency, endedOn })
  return { id, bookId, name, kind, endedOn, lastOn, createdAt }
}
