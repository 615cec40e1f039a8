import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { day, id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { heldInBooks } from '#server/modules/ledger/index.ts'
import { exampleSchedule } from './example-schedule.ts'
import { scheduleNotFound } from './problems.ts'
import { Schedule } from './schedule-schema.ts'
import { scheduleShown } from './schedule-shown.ts'
import { endScheduleRow, findSchedule } from './schedules-queries.ts'

export const endSchedule = operation({
  name: 'closing.end-schedule',
  summary:
    'Ends a schedule with a day: what is planned after it is not posted any more. What was posted stays.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.write',
  risk: 'none',
  input: z.strictObject({
    scheduleId: id('schedule'),
    endedOn: day().describe('The last day on which something of it is due.'),
  }),
  output: Schedule,
  examples: async (factory) => [{ scheduleId: (await exampleSchedule(factory)).id, endedOn: '2026-06-30' }],
  async tellHeld({ scheduleId, endedOn }, { tx, changes: [change] }) {
    const row = change && (await findSchedule(tx, scheduleId))
    if (!row) return undefined
    const { endedOn: was } = z.object({ endedOn: z.string().nullable() }).parse(change.before)
    return heldInBooks(tx, [row.bookId], (names) => ({
      en: `"${row.name}": nothing after ${endedOn}, ${was === null ? 'now as planned' : `now to ${was}`}, in the book of ${names.en}.`,
      de: `„${row.name}“: nach dem ${endedOn} nichts mehr, jetzt ${was === null ? 'wie geplant' : `bis zum ${was}`}, im Buch von ${names.de}.`,
    }))
  },
  async handle({ scheduleId, endedOn }, { tx, record }) {
    const was = await findSchedule(tx, scheduleId)
    if (!was) throw scheduleNotFound(scheduleId)
    await endScheduleRow(tx, { id: scheduleId, endedOn })
    const before = { endedOn: was.endedOn }
    record({ type: 'closing.schedule-ended', subjectId: scheduleId, before, after: { endedOn } })
    return scheduleShown(present(await findSchedule(tx, scheduleId), 'the schedule that was ended'))
  },
})
