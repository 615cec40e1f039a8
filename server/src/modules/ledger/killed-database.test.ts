import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { atEnd } from '#server/database/at-end.ts'
import { openDatabase } from '#server/database/database.ts'
import { placeFor } from '#server/database/embedded-place.ts'
import { prepareDatabase } from '#server/database/prepare-database.ts'
import { newToken, tokenHash } from '#server/modules/identity/index.ts'
import { createWay } from '#server/system.ts'
import { caller, OWNER, SECRETS } from '#server/test-system.ts'
import { booksIn } from './test-ledger.ts'

/** `npm run faults` kills a hundred times. */
const KILLS = Number(process.env['IZA_KILLS'] ?? 4)
const CALLERS = 16
const PASSWORD = 'for this test'

// A server of its own: others use the one that tests share.
const home = mkdtempSync(join(tmpdir(), 'iza-killed-'))
const dataDir = placeFor(home, '').dataDir
const prepare = () => prepareDatabase({ home, databaseUrl: undefined, secret: PASSWORD, say() {} })
let prepared = await prepare()
const settings = prepared.app
atEnd(async () => {
  await prepared.stop()
  for (const folder of [home, dirname(dataDir)]) rmSync(folder, { recursive: true, force: true })
})
const app = openDatabase(settings, 10)
atEnd(() => app.close())
const machineKey = newToken('machine')
const { invoke } = createWay(app, { machineKeyHash: tokenHash(machineKey), ...SECRETS })
const call = caller(invoke)
await call('identity.found-studio', OWNER)
const { act, ours } = await booksIn({
  database: { app, configFor: () => settings, look },
  machineKey,
  call,
  invoke,
})

test(`${KILLS} kill -9 of the database while ${CALLERS} callers post to one account: each asks until it is answered, and each entry is there once`, async (t) => {
  const acknowledged = new Map<string, string>()
  const lines = ours.lines(['1010', '1.00'], ['4010', '-1.00'])
  const over = new AbortController()
  let [next, refusals] = [0, 0]
  /** An entry after the other: who gets no answer asks again for the same. */
  const postOn = async () => {
    while (!over.signal.aborted) {
      const externalId = `post-${next++}`
      const given = ours.entry(lines, { memo: 'Killed', externalId })
      while (!acknowledged.has(externalId)) {
        const posted = await act('ledger.post-entry', given).catch(() => undefined)
        if (posted) acknowledged.set(externalId, String(posted['id']))
        else {
          refusals++
          await pause(20)
        }
      }
    }
  }
  const callers = Array.from({ length: CALLERS }, postOn)
  try {
    for (let at = 0; at < KILLS; at++) {
      const before = acknowledged.size
      while (acknowledged.size === before) await pause(5)
      await pause(randomInt(5, 150))
      process.kill(Number.parseInt(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8'), 10), 'SIGKILL')
      prepared = await prepare()
    }
  } finally {
    over.abort()
  }
  await Promise.all(callers)

  const records = await look()
  const { rows } = await records.query('select external_id, id from entry where external_id is not null')
  equal(rows.length, acknowledged.size)
  for (const { external_id, id } of rows) equal(id, acknowledged.get(external_id), external_id)
  equal((await ours.balances())['1010 USD'], `${acknowledged.size}.00`)
  deepEqual(await ours.findings(), [])
  ok(refusals > 0, 'somebody was cut off')
  t.diagnostic(`${acknowledged.size} posted, ${refusals} calls cut off or refused meanwhile`)
})

async function look(): Promise<pg.Client> {
  const client = new pg.Client({ ...settings, user: 'postgres', password: PASSWORD })
  client.on('error', () => {}) // its server is about to be killed
  await client.connect()
  atEnd(() => client.end().catch(() => {}))
  return client
}
