import { sameInAll } from '#kernel/languages.ts'
import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import { program } from './program.ts'
import { gates, testRuns, waitFor, waitingProgram } from './test-runs.ts'

const {
  database,
  studioId,
  records,
  startWorking,
  enqueue,
  enqueueIn,
  until,
  look,
  nudge,
  call,
  machineKey,
  logged,
} = await testRuns()

const refusedThere = problem('invalid', 'test.refused', () => ({
  en: 'The other side refused: "x". Send "y".',
  de: 'Die andere Seite lehnt „x“ ab. Senden Sie „y“.',
}))
const awayThere = problem('unavailable', 'test.away', () => 'The other side is away.')

/** What programs of this file did, in order. */
const done: string[] = []
const gate = gates()

const Word = z.strictObject({ word: z.string().max(40) })

const steady = program({
  name: 'test.go-steady',
  title: ({ word }) => sameInAll(`Goes steady with ${word}`),
  input: Word,
  async run({ word }, work) {
    const read = await work.read('read', z.string(), async () => `${word} read`)
    const written = await work.transact('write', z.string(), async (tx) => {
      await tx.prepared('insert into category (id, studio_id, name) values ($1, $2, $3)', [
        'cat_01arz3ndektsv4rrffq69g5fav',
        studioId,
        word,
      ])
      return `${read}, written`
    })
    work.progress(1, 1, sameInAll('all of it'))
    return { said: await work.send('send', z.string(), async (key) => `${written}, sent as ${key}`) }
  },
})

const failing = program({
  name: 'test.fail-first',
  title: () => sameInAll('Fails first'),
  input: Word,
  failuresMax: 2,
  async run({ word }, work) {
    await work.read('before', z.null(), async () => {
      done.push(`${word} before`)
      return null
    })
    done.push(`${word} tries`)
    if (word === 'refused') throw refusedThere()
    if (word === 'bug') throw new TypeError('x is not a function')
    if (word === 'away' && done.filter((one) => one === 'away tries').length < 2) throw awayThere()
    return {}
  },
})

const waiting = waitingProgram(done, gate)

const sleeping = program({
  name: 'test.sleep-a-little',
  title: () => sameInAll('Sleeps'),
  input: Word,
  async run({ word }, work) {
    await work.sleep('night', 50)
    done.push(`${word} woke`)
    return {}
  },
})

/** Every studio has one of these. */
const standing = program({
  name: 'test.stand-there',
  title: () => sameInAll('Stands there'),
  input: z.strictObject({}),
  repeatsEveryS: 3600,
  async run(_input, work) {
    const pass = await work.transact('count', z.number(), async () => ++passes)
    if (pass === 2) throw refusedThere()
    return { pass }
  },
})
let passes = 0

const PROGRAMS = [standing, steady, failing, waiting, sleeping]
const worker = startWorking(PROGRAMS)

test('a run does its steps in order, and what it did stands in the journal', async () => {
  const runId = await enqueue(steady, { word: 'Ada' })
  const run = await until(runId, 'done')
  deepEqual(run.result, { said: `Ada read, written, sent as ${runId}/send` })
  equal(run.title, 'Goes steady with Ada')
  const { rows } = await records.query(
    'select name, kind, state from run_step where run_id = $1 order by intended_at',
    [runId],
  )
  deepEqual(
    rows.map(({ name, kind, state }) => `${name} ${kind} ${state}`),
    ['read read done', 'write transact done', 'send send done'],
  )
  const events = await records.query('select type, permission from event where run_id = $1', [runId])
  deepEqual(events.rows, [{ type: 'runs.run-done', permission: 'runs.read' }])
})

test('what is rolled back is never begun', async () => {
  const before = await records.query('select count(*)::int as count from run')
  const broken = database.app.write({ studioId, coverage: '*' }, async (tx) => {
    await enqueueIn(tx, steady, { word: 'nobody' })
    throw new Error('rolled back')
  })
  await rejects(broken, /rolled back/)
  deepEqual((await records.query('select count(*)::int as count from run')).rows, before.rows)
})

test('a refusal ends a run at once; an outage is tried again from where the journal ends', async () => {
  const refused = await enqueue(failing, { word: 'refused' })
  deepEqual((await until(refused, 'failed')).problem, {
    code: 'test.refused',
    message: 'The other side refused: "x". Send "y".',
    said: {
      en: 'The other side refused: "x". Send "y".',
      de: 'Die andere Seite lehnt „x“ ab. Senden Sie „y“.',
    },
  })
  equal(done.filter((one) => one === 'refused tries').length, 1)

  const away = await enqueue(failing, { word: 'away' })
  equal((await until(away, 'waiting')).problem.code, 'test.away')
  await call('runs.retry-run', { runId: away }, machineKey) // nobody waits a second in a test
  await until(away, 'done')
  deepEqual(
    done.filter((one) => one.startsWith('away')),
    ['away before', 'away tries', 'away tries'],
  )
})

test('a bug is logged with its own words, told without them, and given up after its last try', async () => {
  const runId = await enqueue(failing, { word: 'bug' })
  const waits = await until(runId, 'waiting')
  equal(waits.problem.code, 'runs.broke-inside')
  ok(
    !waits.problem.message.includes('not a function') &&
      logged.some((error) => String(error).includes('not a function')),
  )
  await records.query('update run set due_at = now(), failures = 1 where id = $1', [runId])
  await nudge()
  equal((await until(runId, 'failed')).failures, 2)
})

test('a run at work is cancelled at the end of its step; one in line at once', async () => {
  const runId = await enqueue(waiting, { word: 'cancelled' })
  await waitFor(async () => ({ isThere: done.includes('cancelled waits'), seen: done }))
  const answer = await call('runs.cancel-run', { runId }, machineKey)
  deepEqual([answer['status'], answer['isCancelling']], ['running', true])
  gate('cancelled').resolve()
  await until(runId, 'cancelled')
  ok(!done.includes('cancelled goes on'))

  // Half-way between enqueue and lease it would be at work already, so this one is put off within its transaction.
  const inLine = await enqueue(waiting, { word: 'never' }, {}, new Date(Date.now() + 3_600_000).toISOString())
  equal((await call('runs.cancel-run', { runId: inLine }, machineKey))['status'], 'cancelled')
  await rejects(call('runs.cancel-run', { runId: inLine }, machineKey), { code: 'runs.not-now' })
})

test('a sleeping run lets go of its worker, and wakes where it slept', async () => {
  const runId = await enqueue(sleeping, { word: 'Rip' })
  await until(runId, 'done')
  deepEqual(
    done.filter((one) => one.startsWith('Rip')),
    ['Rip woke'],
  )
})

test('a standing run begins again after each pass, also after one that failed, and tells nobody of what went well', async () => {
  const { rows } = await records.query(
    `select id from run where program = 'test.stand-there' and studio_id = $1`,
    [studioId],
  )
  equal(rows.length, 1)
  const runId = idFrom('run', rows[0].id)
  const nextPass = async (seen: (row: Record<string, unknown>) => boolean) => {
    await records.query('update run set due_at = now() where id = $1', [runId])
    await nudge()
    return waitFor(async () => {
      const row = await look(runId)
      return { isThere: row.status === 'waiting' && seen(row), seen: row }
    })
  }
  await waitFor(async () => ({ isThere: (await look(runId)).passes === 1, seen: await look(runId) }))
  equal((await nextPass(({ failures }) => failures === 1)).problem.code, 'test.refused')
  // Its steps are kept for the next try, so the second pass is still the same one.
  equal((await nextPass(({ failures }) => failures === 2)).passes, 1)
  await records.query('delete from run_step where run_id = $1', [runId])
  deepEqual((await nextPass(({ failures }) => failures === 0)).result, { pass: 3 })
  const events = await records.query('select type from event where run_id = $1', [runId])
  deepEqual(events.rows, [{ type: 'runs.run-paused' }])
  await rejects(call('runs.cancel-run', { runId }, machineKey), { code: 'runs.is-standing' })
})

test('a run that ends its process each time it is begun is stopped', async () => {
  const runId = await enqueue(
    sleeping,
    { word: 'Poison' },
    {},
    new Date(Date.now() + 3_600_000).toISOString(),
  )
  await records.query('update run set barren_leases = 25, due_at = now() where id = $1', [runId])
  await nudge()
  equal((await until(runId, 'failed')).problem.code, 'runs.kept-crashing')
})

test('a worker that ends gives back what it holds, and another goes on at once', async () => {
  const runId = await enqueue(waiting, { word: 'handed over' })
  await waitFor(async () => ({ isThere: done.includes('handed over waits'), seen: done }))
  const closing = worker.close()
  gate('handed over').resolve()
  await closing
  match((await look(runId)).status, /queued|done/)
  startWorking(PROGRAMS)
  await until(runId, 'done')
  equal(done.filter((one) => one === 'handed over waits').length, 1)
})
