import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { present } from '#kernel/assert.ts'
import { addPerson, addStudio } from '#server/test-people.ts'
import { waitFor } from '#server/runs/test-runs.ts'
import { testSystem } from '#server/test-system.ts'
import { Health } from './schema.ts'

const { url, machineKey, database } = await testSystem({ isFounded: true })
const records = await database.look()
const { rows: studios } = await records.query('select id from studio')

async function ask(path: string, token: string): Promise<unknown> {
  const response = await fetch(`${url}/api/v1/${path}`, { headers: { authorization: `Bearer ${token}` } })
  return response.json()
}

async function health(token = machineKey) {
  return Health.parse(await ask('monitoring/get-health', token))
}

async function partNamed(wanted: string) {
  const { parts } = await health()
  return present(
    parts.find(({ name }) => name === wanted),
    wanted,
  )
}

test('each part says how it is, and what is not measured here says so', async () => {
  // A busy machine answers late for a moment, and then it is degraded in truth.
  const { parts, processes, version } = await waitFor(async () => {
    const seen = await health()
    return { isThere: seen.status === 'ok', seen }
  })
  deepEqual(
    parts.map((part) => [part.name, part.status]),
    [
      ['database', 'ok'],
      ['processes', 'ok'],
      ['sealing', 'ok'],
      ['signals', 'ok'],
      ['worker', 'unknown'],
      ['disk', 'ok'],
      ['ports', 'ok'],
    ],
  )
  match((await partNamed('database')).sentence, /^It answers in [\d.]+ ms\.$/)
  match((await partNamed('disk')).sentence, /^[\d.]+ GB of [\d.]+ GB are free/)
  match((await partNamed('worker')).sentence, /serves only/)
  ok(/^\d+\.\d+\.\d+$/.test(version) && processes.length === 1)
  const [only] = processes
  ok(only && only.residentBytes > 1e7 && only.connectionsInUse >= 1)
})

test('figures are those of what was asked, and of the reader’s studio alone', async () => {
  for (let at = 0; at < 4; at++) await ask('businesses/list-businesses', machineKey)
  await ask('businesses/list-businesses?limit=0', machineKey)
  const { operations, figures } = await health()
  const list = operations.find(({ operation }) => operation === 'businesses.list-businesses')
  deepEqual([list?.count, list?.refused, list?.failed], [5, 1, 0])
  ok(list?.p50Ms && list.p95Ms && list.p99Ms && list.p50Ms <= list.p95Ms && list.p95Ms <= list.p99Ms)
  ok(figures.count >= 5 && figures.refused >= 1 && figures.failed === 0)

  const studioId = await addStudio(database.app)
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'owner', covers: null }] })
  const theirs = await health(token)
  equal(theirs.figures.count, 0)
  await ask('runs/list-runs', token)
  deepEqual((await health(token)).operations.map(({ operation }) => operation).toSorted(), [
    'monitoring.get-health',
    'runs.list-runs',
  ])
})

test('runs are counted as they stand, and the oldest that is due says how long it has waited', async () => {
  await records.query(
    `insert into run (id, studio_id, program, title, input, status, requester_kind, requester_id, requester_name, due_at)
     select 'run_01m85sb7dzab5x8gapnap5t3g' || at, $1, 'examples.take-long', 'An example', '{}', status, 'machine',
       'machine', 'This machine', now() - interval '90 seconds'
     from unnest(array['queued', 'queued', 'failed', 'outcome-unknown', 'done']) with ordinality as given (status, at)`,
    [studios[0].id],
  )
  const { runs } = await health()
  const { oldestDueSeconds, ...counts } = runs
  deepEqual(counts, { queued: 2, waiting: 0, running: 0, failed: 1, outcomeUnknown: 1 })
  ok(oldestDueSeconds >= 90)
})

test('lines that wait too long for their seal make sealing degraded, and the whole with it', async () => {
  await records.query(`update audit_line set at = at - interval '10 minutes'`)
  const sealing = await partNamed('sealing')
  equal(sealing.status, 'degraded')
  match(sealing.sentence, /^\d lines? of the audit waits? for a seal, the first for 6\d\d s/)
  equal((await health()).status, 'degraded')
  await records.query(`update audit_line set at = at - interval '10 minutes'`)
  equal((await partNamed('sealing')).status, 'down')
})
