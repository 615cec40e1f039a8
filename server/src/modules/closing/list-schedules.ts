import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { onlyIds, PageFields, pageFrom, pageOf, readCursor } from '#server/catalogue/listing.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleSchedule } from './example-schedule.ts'
import { Schedule } from './schedule-schema.ts'
import { scheduleShown } from './schedule-shown.ts'
import { countSchedules, pageOfSchedules } from './schedules-queries.ts'

const ORDER = ['id']

export const listSchedules = operation({
  name: 'closing.list-schedules',
  summary: 'Pages through the schedules of books, the latest first.',
  effect: 'read',
  scope: { of: 'covered' },
  permission: 'ledger.read',
  risk: 'none',
  resolves: 'schedule',
  input: z.strictObject({ ids: onlyIds('schedule'), bookId: id('book').optional(), ...PageFields }),
  output: pageOf(Schedule),
  examples: async (factory) => {
    const { bookId } = await exampleSchedule(factory)
    return [{ bookId }, { limit: 1 }]
  },
  async handle({ ids, bookId, cursor, limit }, { tx }) {
    const after = readCursor(cursor, ORDER)
    const [rows, total] = await Promise.all([
      pageOfSchedules(tx, { ids, bookId }, { after, limit: limit + 1 }),
      countSchedules(tx, { ids, bookId }),
    ])
    return pageFrom(rows.map(scheduleShown), { limit, order: ORDER, total, keyOf: ({ id: own }) => [own] })
  },
})
