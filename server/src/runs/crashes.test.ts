import { sameInAll } from '#kernel/languages.ts'
import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { problem } from '#kernel/problem.ts'
import { createBusiness } from '#server/modules/businesses/create-business.ts'
import { addPerson } from '#server/test-people.ts'
import { createJournal } from './journal.ts'
import { LeaseLost, leaseRuns } from './leases.ts'
import { program } from './program.ts'
import { gates, testRuns, waitFor, waitingProgram } from './test-runs.ts'

const { database, studioId, records, startWorking, enqueue, until, call, machineKey } = await testRuns()

const refusedThere = problem('invalid', 'test.refused', () => 'The other side refused: "x". Send "y".')

/** What programs of this file did, in order. */
const done: string[] = []
const gate = gates()

const Word = z.strictObject({ word: z.string().max(40) })

const waiting = waitingProgram(done, gate)

const once = program({
  name: 'test.pay-once',
  title: () => sameInAll('Pays'),
  input: Word,
  async run({ word }, work) {
    const paid = await work.once('pay', z.string(), async () => {
      done.push(`${word} paid`)
      if (word === 'cut off') throw new Error('socket hang up')
      if (word === 'refused') throw refusedThere()
      return 'receipt 7'
    })
    return { paid: paid ?? 'nobody knows' }
  },
})

const inviting = program({
  name: 'test.make-business',
  title: () => sameInAll('Makes a business'),
  input: z.strictObject({ entityId: z.string().max(40), gate: z.string().max(40).optional() }),
  async run({ entityId, gate: name }, work) {
    if (name) await work.read('wait', z.null(), () => gate(name).promise.then(() => null))
    const made = await work.invoke('make', createBusiness, {
      name: 'Made by a run',
      entityId: z.string().brand<'entity'>().parse(entityId),
    })
    return { id: made.id }
  },
})

startWorking([waiting, once, inviting])

test('what must not be done twice is left to a person, who settles it either way', async () => {
  const happened = await enqueue(once, { word: 'cut off' })
  equal((await until(happened, 'outcome-unknown')).problem.code, 'runs.outcome-unknown')
  await rejects(call('runs.retry-run', { runId: happened }, machineKey), { code: 'runs.not-now' })
  await call('runs.settle-run', { runId: happened, didHappen: true }, machineKey)
  deepEqual((await until(happened, 'done')).result, { paid: 'nobody knows' })
  equal(done.filter((one) => one === 'cut off paid').length, 1)

  const not = await enqueue(once, { word: 'cut off' })
  await until(not, 'outcome-unknown')
  await call('runs.settle-run', { runId: not, didHappen: false }, machineKey)
  await until(not, 'outcome-unknown')
  equal(done.filter((one) => one === 'cut off paid').length, 3)
})

test('a run acts with what its requester may do now, and its lines say on whose behalf', async () => {
  const entity = await call(
    'entities.create-entity',
    { name: 'A LLC', kind: 'LLC', jurisdiction: 'US-DE' },
    machineKey,
  )
  const entityId = String(entity['id'])
  const { token, personId } = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'operator', covers: null }],
  })
  const requester = { actor: { kind: 'person' as const, id: personId, name: 'Grace' } }
  const runId = await enqueue(inviting, { entityId }, requester)
  const made = Object((await until(runId, 'done')).result)
  const { rows } = await records.query(
    `select actor_kind, actor_id, on_behalf_of, door, request_id from audit_line where operation = 'businesses.create-business'`,
  )
  deepEqual(rows, [
    { actor_kind: 'run', actor_id: runId, on_behalf_of: personId, door: 'run', request_id: runId },
  ])
  equal((await call('businesses.get-business', { businessId: made.id }, token))['name'], 'Made by a run')

  const late = await enqueue(inviting, { entityId, gate: 'left' }, requester)
  await until(late, 'running')
  await call('identity.end-membership', { personId }, machineKey)
  gate('left').resolve()
  equal((await until(late, 'failed')).problem.code, 'catalogue.credential-ended')
})

test('who lost the lease writes nothing more, and the run goes on with who has it', async () => {
  const runId = await enqueue(waiting, { word: 'fenced' })
  await waitFor(async () => ({ isThere: done.includes('fenced waits'), seen: done }))
  await records.query(`update run set lease_until = now() - interval '1 second' where id = $1`, [runId])
  const [taken] = await leaseRuns(database.app, {
    count: 1,
    worker: 'another',
    leaseMs: 60_000,
    programs: ['test.wait-there'],
  })
  equal(taken?.id, runId)
  gate('fenced').resolve()
  await waitFor(async () => ({ isThere: done.includes('fenced waits'), seen: done }))
  const journal = createJournal(database.app)
  const step = { name: 'wait', kind: 'read' as const, state: 'done' as const, result: null }
  if (!taken) return
  await rejects(
    journal.write({ run: { ...taken, token: taken.token - 1n }, step, isFirst: false }),
    LeaseLost,
  )
  await journal.write({ run: taken, step, isFirst: true })
  ok(!done.includes('fenced goes on'))
  // Given back: whoever comes next goes on behind the step.
  await records.query(`update run set lease_until = now() - interval '1 second' where id = $1`, [runId])
  await call('runs.cancel-run', { runId: await enqueue(waiting, { word: 'nudge' }) }, machineKey).catch(
    () => {},
  )
  await until(runId, 'done')
  deepEqual(
    done.filter((one) => one.startsWith('fenced')),
    ['fenced waits', 'fenced goes on'],
  )
})
