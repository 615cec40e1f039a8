import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { occurrences, type Occurrence } from './occurrences.ts'
import { Terms } from './schedule-schema.ts'
import { occurrenceKey } from './refusals-queries.ts'
import { postedFor, type ScheduleRow } from './schedules-queries.ts'

export interface Due extends Occurrence {
  schedule: ScheduleRow
  /** By which it is posted once, whoever runs it and however often. */
  externalId: string
  entryId: Id<'entry'> | null
}

/** All that these schedules are to have posted up to a day, by day, and what of it is posted. */
export async function dueOccurrences(
  tx: Transaction,
  schedules: readonly ScheduleRow[],
  through: string,
): Promise<Due[]> {
  const due = schedules.flatMap((schedule) => {
    const { currency, endedOn } = schedule
    const planned = occurrences({ terms: Terms.parse(schedule.terms), currency, endedOn }, through)
    return planned.map((one) =>
      Object.assign(one, { schedule, externalId: occurrenceKey(schedule.id, one.number) }),
    )
  })
  const bookIds = [...new Set(schedules.map(({ bookId }) => bookId))]
  const posted = await postedFor(
    tx,
    bookIds,
    due.map(({ externalId }) => externalId),
  )
  return due
    .map((one) => Object.assign(one, { entryId: posted.get(one.externalId) ?? null }))
    .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0))
}
