import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { Problem } from '#kernel/problem.ts'
import { day, id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { heldInBooks, bookNotFound } from '#server/modules/ledger/index.ts'
import { booksThere } from './books-queries.ts'
import { BOOKS_MAX } from './schema.ts'
import { dueOccurrences } from './due-occurrences.ts'
import { exampleSchedule } from './example-schedule.ts'
import { newlyPosted, postOpen } from './post-open.ts'
import { schedulesOf } from './schedules-queries.ts'

const ENTRIES_MAX = 1000

const Outcome = z.strictObject({
  scheduleId: id('schedule'),
  number: z.int(),
  effectiveOn: day(),
  entryId: id('entry').nullable().describe('What was posted; null where it was refused.'),
  code: z.string().max(80).nullable(),
  message: z.string().max(2000).nullable(),
})

export const runSchedules = operation({
  name: 'closing.run-schedules',
  summary:
    'Posts what schedules have due up to a day and is not posted yet. Each is posted or refused by itself; run it again, and nothing is posted twice.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'ledger.post',
  risk: 'money',
  input: z.strictObject({
    bookIds: z.array(id('book')).min(1).max(BOOKS_MAX).optional().describe('All, where none are named.'),
    through: day(),
  }),
  output: z.strictObject({
    outcomes: z.array(Outcome).max(ENTRIES_MAX),
    left: z.int().describe('How many are due beyond those: run it again.'),
  }),
  examples: async (factory) => {
    const { bookId } = await exampleSchedule(factory)
    return [{ bookIds: [bookId], through: '2026-03-31' }]
  },
  tellHeld: async ({ bookIds, through }, { tx }) =>
    bookIds &&
    heldInBooks(tx, bookIds, (names) => ({
      en: `What is due through ${through}, in the books of ${names.en}.`,
      de: `Was bis zum ${through} fällig ist, in den Büchern von ${names.de}.`,
    })),
  async handle({ bookIds, through }, { tx, access, actor, language, record }) {
    const { studioId } = present(access, 'a book belongs to a studio')
    const there = bookIds && (await booksThere(tx, bookIds))
    const missing = bookIds?.find((one) => !there?.has(one))
    if (missing) throw bookNotFound(missing)
    const all = await dueOccurrences(tx, await schedulesOf(tx, bookIds), through)
    const open = all.filter(({ entryId }) => entryId === null)
    const now = open.slice(0, ENTRIES_MAX)
    const tried = await postOpen(tx, { studioId, due: now, through, actor, access })
    for (const [bookId, own] of Map.groupBy(tried, ({ due: { schedule } }) => schedule.bookId)) {
      const fresh = newlyPosted(own)
      const digests = Object.fromEntries(fresh.map((one) => [one.id, one.digest]))
      if (fresh.length > 0)
        record({
          type: 'closing.schedules-run',
          subjectId: bookId,
          after: { entries: fresh.length, digests },
        })
    }
    return {
      outcomes: tried.map(({ due: { schedule, number, effectiveOn }, outcome }) =>
        Object.assign(
          { scheduleId: schedule.id, number, effectiveOn },
          outcome instanceof Problem
            ? { entryId: null, code: outcome.code, message: outcome.said[language] }
            : { entryId: outcome.id, code: null, message: null },
        ),
      ),
      left: open.length - now.length,
    }
  },
})
