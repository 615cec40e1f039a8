import { deepEqual, equal, rejects } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { atEnd } from './at-end.ts'
import { placeFor } from './embedded-place.ts'
import { startEmbedded } from './embedded.ts'

const home = mkdtempSync(join(tmpdir(), 'iza-embedded-'))
const PASSWORD = 'for this test'
const start = () => startEmbedded(home, PASSWORD, () => {})
const withAnother = () => startEmbedded(home, 'another key', () => {})

atEnd(async () => {
  const server = await start()
  await server.stop()
  for (const folder of [home, join(placeFor(home, '').dataDir, '..')])
    rmSync(folder, { recursive: true, force: true })
})

test('three starts at once on an empty home make one database, and all reach it', async () => {
  const servers = await Promise.all([start(), start(), start()])
  const systems = await Promise.all(
    servers.map(async ({ admin }) => {
      const client = new pg.Client(admin)
      await client.connect()
      const { rows } = await client.query('select system_identifier::text as id from pg_control_system()')
      await client.end()
      return rows[0].id
    }),
  )
  equal(new Set(systems).size, 1)
})

test('what was committed before a kill -9 of the database is there after the next start', async () => {
  const { admin } = await start()
  const client = new pg.Client(admin)
  client.on('error', () => {}) // it is about to be killed
  await client.connect()
  await client.query('create table kept (number int)')
  const { rows: pids } = await client.query("select pg_read_file('postmaster.pid', 0, 20) as file")
  for (let number = 0; number < 50; number++) await client.query('insert into kept values ($1)', [number])
  process.kill(Number.parseInt(pids[0].file, 10), 'SIGKILL')
  await client.end().catch(() => {})
  const again = new pg.Client((await start()).admin)
  await again.connect()
  const { rows } = await again.query('select count(*)::int as count from kept')
  await again.end()
  deepEqual(rows, [{ count: 50 }])
})

test('a statement that was at work when the database was killed keeps the next start waiting, and not away', async () => {
  const { admin } = await start()
  const [busy, client] = [new pg.Client(admin), new pg.Client(admin)]
  for (const one of [busy, client]) {
    one.on('error', () => {}) // it is about to be killed
    await one.connect()
  }
  // It looks after nothing but its sum, and so goes on when its server is gone.
  busy.query('select sum(n) from generate_series(1, 5000000) as n').catch(() => {})
  const { rows } = await client.query(`select pg_read_file('postmaster.pid', 0, 20) as file`)
  process.kill(Number.parseInt(rows[0].file, 10), 'SIGKILL')
  await client.end().catch(() => {})
  const again = new pg.Client((await start()).admin)
  await again.connect()
  equal((await again.query('select 1 as one')).rows[0].one, 1)
  await again.end()
})

test('a home that lost its key is told so at once, at work or at rest, and nothing is left running', async () => {
  const wanted = { code: 'database.other-key' }
  const server = await start()
  await rejects(withAnother(), wanted)
  await server.stop()
  await rejects(withAnother(), wanted)
  const again = await start()
  equal(again.wasAdopted, false)
})
