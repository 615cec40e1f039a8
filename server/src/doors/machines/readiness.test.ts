import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { lastMigration } from '#server/database/migrate.ts'
import { outageOf } from '#server/database/outage.ts'
import { testSystem } from '#server/test-system.ts'
import { createReadiness } from './readiness.ts'

const { url, database } = await testSystem({ isFounded: true })
const records = await database.look()

async function ready(): Promise<{ status: number; waitsFor: string[] }> {
  const response = await fetch(`${url}/readyz`)
  const body: unknown = await response.json()
  return {
    status: response.status,
    waitsFor: Object(body).waitsFor.map(({ name }: { name: string }) => name),
  }
}

test('it waits for nothing when it can answer', async () => {
  deepEqual(await ready(), { status: 200, waitsFor: [] })
})

test('it says that it ends, before anything else', async () => {
  const readiness = createReadiness({
    database: database.app,
    migration: lastMigration(),
    isClosing: () => true,
  })
  deepEqual(
    (await readiness()).waitsFor.map(({ name }) => name),
    ['closing'],
  )
})

test('a database of another version is waited for, with both numbers', async () => {
  await records.query(`insert into schema_migration values (999998, 'from-the-future.sql', '', now())`)
  deepEqual(await ready(), { status: 503, waitsFor: ['migrations'] })
  await records.query('delete from schema_migration where version = 999998')
  equal((await ready()).status, 200)
})

test('a connection that is cut in the middle of a transaction fails that one, and not the process', async () => {
  const asleep = database.app.read({}, (tx) => tx.prepared('select pg_sleep(30)', []))
  const cut = rejects(asleep, (error) => outageOf(error) !== undefined)
  while ((await cutOff("query like '%pg_sleep(30)%'")) === 0) await new Promise(setImmediate)
  await cut
})

/** Ends connections of the system to its database; answers how many. */
async function cutOff(which: string): Promise<number> {
  const { rowCount } = await records.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
       and pid <> pg_backend_pid() and ${which}`,
  )
  return rowCount ?? 0
}

test('without its database it is not ready, yet alive and measured; and ready again when it is back', async () => {
  await records.query('update pg_database set datallowconn = false where datname = current_database()')
  await cutOff('true')
  deepEqual(await ready(), { status: 503, waitsFor: ['database'] })
  equal((await fetch(`${url}/healthz`)).status, 200)
  const metrics = await fetch(`${url}/metrics`)
  equal(metrics.status, 200)
  const text = await metrics.text()
  ok(text.includes('process_cpu_seconds_total') && !text.includes('iza_runs{'))
  await records.query('update pg_database set datallowconn = true where datname = current_database()')
  equal((await ready()).status, 200)
})
