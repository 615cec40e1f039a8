import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { killProcess, startProcess } from '#server/test-killed-process.ts'
import { atEnd } from '#server/database/at-end.ts'
import { faultsProgram } from './test-faults-program.ts'
import type { KilledWorkerSettings } from './test-killed-worker.ts'
import { testRuns, waitFor } from './test-runs.ts'

/** `npm run faults` kills a hundred times; the short form stands in every run of the suite. */
const KILLS = Number(process.env['IZA_KILLS'] ?? 10)
const RUNS = 20
/** Enough that nothing is at its end before the last kill. */
const ROUNDS = Math.ceil(KILLS * 1.5)
const LEASE_MS = 300

const { database, records, enqueue, call, machineKey, wayIn } = await testRuns()

/** The other side: it honours keys, and remembers every request. */
const requests: { path: string; key: string }[] = []
const target = createServer((request, response) => {
  const url = new URL(request.url ?? '', 'http://target')
  requests.push({ path: url.pathname.slice(1), key: url.searchParams.get('key') ?? '' })
  setTimeout(() => response.end(`seen ${requests.length}`), randomInt(1, 12))
})
await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
atEnd(async () => target.close())
const address = target.address()
const targetUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

function begin() {
  const settings: KilledWorkerSettings = { app: database.configFor('app'), way: wayIn, leaseMs: LEASE_MS }
  return startProcess(new URL('test-killed-worker.ts', import.meta.url), settings)
}

async function statuses(): Promise<Record<string, number>> {
  const { rows } = await records.query('select status, count(*)::int as count from run group by status')
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

/** What a person does: looks at the other side, and says whether it happened. */
async function settleAll(): Promise<void> {
  const { rows } = await records.query(`select run_id, name from run_step join run on run.id = run_id
    where run.status = 'outcome-unknown' and kind = 'once' and state = 'intended'`)
  for (const { run_id: runId, name } of rows) {
    const didHappen = requests.some(({ key }) => key === `${runId}/${name}`)
    await call('runs.settle-run', { runId, didHappen }, machineKey)
  }
}

test(`${KILLS} kill -9 with ${RUNS} runs at work: none is lost, and nothing with a key is done twice`, async (t) => {
  for (let at = 0; at < RUNS; at++) {
    await enqueue(faultsProgram, { rounds: ROUNDS, target: targetUrl, isPaying: at % 4 === 0 })
  }
  let unknown = 0
  for (let at = 0; at < KILLS; at++) {
    const child = await begin()
    await new Promise((resolve) => setTimeout(resolve, randomInt(20, 400)))
    await killProcess(child)
    unknown += (await statuses())['outcome-unknown'] ?? 0
    await settleAll()
  }
  const before = await statuses()
  ok((before['done'] ?? 0) < RUNS, `all runs were done before the last kill: ${JSON.stringify(before)}`)

  const last = await begin()
  await waitFor(async () => {
    await settleAll()
    const { rows: seen } = await records.query(
      `select id, status, problem, failures, due_at from run where status <> 'done'`,
    )
    return { isThere: seen.length === 0, seen }
  })
  await killProcess(last)

  const { rows: written } = await records.query(
    `select count(*)::int as rows, count(distinct split_part(name, ' cat_', 1))::int as steps from category where name like '% written %'`,
  )
  deepEqual(written, [{ rows: RUNS * ROUNDS, steps: RUNS * ROUNDS }])
  const { rows: invoked } = await records.query(
    `select count(*)::int as lines, count(distinct actor_id)::int as runs from audit_line where operation = 'businesses.create-category' and outcome = 'done'`,
  )
  deepEqual(invoked, [{ lines: RUNS * ROUNDS, runs: RUNS }])
  const sent = requests.filter(({ path }) => path === 'send')
  equal(new Set(sent.map(({ key }) => key)).size, RUNS * ROUNDS, 'one key for each step that sends')
  const paid = requests.filter(({ path }) => path === 'pay').map(({ key }) => key)
  equal(paid.length, new Set(paid).size, 'nothing was paid twice')
  equal(paid.length, (RUNS / 4) * ROUNDS)
  t.diagnostic(
    `${sent.length - RUNS * ROUNDS} of ${sent.length} sends went out again with the same key; ${unknown} outcomes were unknown and settled`,
  )
})
