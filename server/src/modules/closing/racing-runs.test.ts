import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { periodOf, previousPeriod, today } from '#kernel/periods.ts'
import { booksIn } from '#server/modules/ledger/test-ledger.ts'
import { testRuns, waitFor } from '#server/runs/test-runs.ts'
import { postDue } from './post-due.ts'

const RACERS = 3
const LAST = previousPeriod(periodOf('month', today()))

const way = await testRuns()
const { act, ours } = await booksIn(way)
const onlooker = await way.database.look()

test('runs that found the same due, and somebody who asks for it by hand, post it once together', async () => {
  const lines = ours.lines(['6020', 10], ['1010', -10])
  const recurring = { from: LAST.startsOn, until: LAST.endsOn, dayOfMonth: 1, memo: 'Rent', lines }
  await act('closing.create-schedule', { bookId: ours.bookId, name: 'Rent', recurring })
  // The book is held, so that two at least have looked what is due before any of it is there.
  await way.records.query('begin')
  await way.records.query('select from book where id = $1 for update', [ours.bookId])
  const worker = way.startWorking([postDue])
  const runs = await Promise.all(Array.from({ length: RACERS }, () => way.enqueue(postDue, {})))
  const byHand = act('closing.run-schedules', { bookIds: [ours.bookId], through: LAST.endsOn })
  await waitFor(async () => {
    const seen = await waiting()
    return { isThere: seen.length >= 2, seen }
  })
  await way.records.query('commit')
  const { outcomes } = await byHand
  const results = []
  for (const runId of runs) results.push((await way.until(runId, 'done')).result)
  await worker.close()
  deepEqual(await ours.balances(), { '1010 USD': '-10.00', '6020 USD': '10.00' })
  // Whoever was quickest counts it, and that may be the standing run of the studio, or the hand; to nobody else it is a failure.
  equal(results.reduce((sum, { posted }) => sum + posted, 0) <= 1, true)
  deepEqual(
    results.map(({ refused }) => refused),
    results.map(() => 0),
  )
  for (const { code } of Object(outcomes)) equal(code, null)
  deepEqual(await ours.findings(), [])
})

/**
 * What waits for a lock, by the beginning of its statement. Seen by a connection of its own: within one transaction
 * PostgreSQL shows what it saw when it was first asked, however often it is asked again.
 */
async function waiting(): Promise<string[]> {
  const { rows } = await onlooker.query(
    `select left(query, 80) as query from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.map(({ query }) => query)
}
