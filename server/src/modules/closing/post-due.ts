import { DatabaseError } from 'pg'
import { z } from 'zod'
import { Problem } from '#kernel/problem.ts'
import type { Id } from '#kernel/ids.ts'
import { today } from '#kernel/periods.ts'
import type { Transaction } from '#server/database/database.ts'
import { program } from '#server/runs/program.ts'
import { tellFromRun } from '#server/runs/tell-from-run.ts'
import { dueOccurrences } from './due-occurrences.ts'
import { newlyPosted, postOpen } from './post-open.ts'
import { findSchedule, schedulesOf } from './schedules-queries.ts'

const REPEATS_EVERY_S = 3600
/** Class 23 of SQL: a table refused what was let through again and again, for somebody else was quicker each time. */
const REFUSED_BY_TABLE = /^23/

const Count = z.strictObject({ posted: z.int(), refused: z.int() })

/**
 * Every hour: what schedules have due today and before is posted, so that it stands in the book on its day. A schedule at a time, each in a
 * transaction of its own: what one of them cannot post keeps no other from it. It posts as this machine, and so not into a month
 * that is closed softly.
 */
export const postDue = program({
  name: 'closing.post-due',
  title: () => ({ en: 'Post what schedules have due', de: 'Fälliges nach Plan buchen' }),
  input: z.strictObject({}),
  repeatsEveryS: REPEATS_EVERY_S,
  async run(_input, work) {
    const through = today()
    const sum = { posted: 0, refused: 0 }
    for (const scheduleId of await work.look((tx) => schedulesDue(tx, through))) {
      const post = (tx: Transaction) => postSchedule(tx, scheduleId, through, work)
      try {
        const { posted, refused } = await work.transact(`schedule ${scheduleId}`, Count, post)
        sum.posted += posted
        sum.refused += refused
      } catch (error) {
        if (!(error instanceof DatabaseError && REFUSED_BY_TABLE.test(error.code ?? ''))) throw error
        sum.refused += 1
      }
    }
    return sum
  },
})

async function schedulesDue(tx: Transaction, through: string): Promise<Id<'schedule'>[]> {
  const due = await dueOccurrences(tx, await schedulesOf(tx, undefined), through)
  return [...new Set(due.filter(({ entryId }) => entryId === null).map(({ schedule }) => schedule.id))]
}

async function postSchedule(
  tx: Transaction,
  scheduleId: Id<'schedule'>,
  through: string,
  { runId, studioId }: { runId: Id<'run'>; studioId: Id<'studio'> },
): Promise<z.output<typeof Count>> {
  const schedule = await findSchedule(tx, scheduleId)
  const due = await dueOccurrences(tx, schedule ? [schedule] : [], through)
  const tried = await postOpen(tx, {
    studioId,
    due: due.filter(({ entryId }) => entryId === null),
    through,
    actor: { kind: 'run', id: runId, name: 'IZA OS' },
    access: undefined,
  })
  const fresh = newlyPosted(tried)
  if (schedule && fresh.length > 0)
    await tellFromRun(tx, {
      runId,
      studioId,
      type: 'closing.schedules-run',
      subjectId: schedule.bookId,
      permission: 'ledger.read',
      after: {
        entries: fresh.length,
        digests: Object.fromEntries(fresh.map(({ id, digest }) => [id, digest])),
      },
      // `ledger.verify-entries` looks for the digest of each entry in a line of whoever posted it.
      doneAs: { operation: 'closing.run-schedules', input: { bookIds: [schedule.bookId], through } },
    })
  return { posted: fresh.length, refused: tried.filter(({ outcome }) => outcome instanceof Problem).length }
}
