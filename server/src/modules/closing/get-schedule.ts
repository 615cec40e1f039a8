import { z } from 'zod'
import { day, id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { dueOccurrences } from './due-occurrences.ts'
import { exampleSchedule } from './example-schedule.ts'
import { scheduleNotFound } from './problems.ts'
import { aYearOn, PlannedSchedule } from './schedule-schema.ts'
import { planned } from './planned.ts'
import { scheduleShown } from './schedule-shown.ts'
import { findSchedule } from './schedules-queries.ts'

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
  output: PlannedSchedule,
  examples: async (factory) => [{ scheduleId: (await exampleSchedule(factory)).id, through: '2026-12-31' }],
  async handle({ scheduleId, through = aYearOn() }, { tx }) {
    const schedule = await findSchedule(tx, scheduleId)
    if (!schedule) throw scheduleNotFound(scheduleId)
    const due = await dueOccurrences(tx, [schedule], through)
    return Object.assign(scheduleShown(schedule), { occurrences: due.map(planned) })
  },
})
