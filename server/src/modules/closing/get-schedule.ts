import { z } from 'zod'
import { addDays, today } from '#kernel/periods.ts'
import { day, id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { dueOccurrences } from './due-occurrences.ts'
import { exampleSchedule } from './example-schedule.ts'
import { scheduleNotFound } from './problems.ts'
import { MONTHS_MAX, PlannedOccurrence, Schedule } from './schedule-schema.ts'
import { findSchedule, shown } from './schedules-queries.ts'

const A_YEAR = 366

export const getSchedule = operation({
  name: 'closing.get-schedule',
  summary: 'Reads a schedule with all that it is to post up to a day, and what of it is posted.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  input: z.strictObject({
    scheduleId: id('schedule'),
    through: day().optional().describe('A year from today where it is not named.'),
  }),
  output: z.strictObject({
    ...Schedule.shape,
    occurrences: z.array(PlannedOccurrence).max(MONTHS_MAX),
  }),
  examples: async (factory) => [{ scheduleId: (await exampleSchedule(factory)).id, through: '2026-12-31' }],
  async handle({ scheduleId, through = addDays(today(), A_YEAR) }, { tx }) {
    const schedule = await findSchedule(tx, scheduleId)
    if (!schedule) throw scheduleNotFound(scheduleId)
    const due = await dueOccurrences(tx, [schedule], through)
    const planned = due.map(({ number, effectiveOn, memo, lines, entryId }) => ({
      number,
      effectiveOn,
      memo,
      lines: lines.map(({ accountId, debit, credit }) => ({
        accountId,
        debit: debit ?? null,
        credit: credit ?? null,
      })),
      entryId,
    }))
    return Object.assign(shown(schedule), { occurrences: planned })
  },
})
