import { deepEqual, equal } from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { startProcess } from '#server/test-killed-process.ts'
import { bookImport } from './import-program.ts'
import type { KilledImportSettings } from './test-killed-import.ts'
import { COMPANIES, eightFiles, testMigration } from './test-migration.ts'

const { act, count, database, entity, startWorking, until, wayIn } = await testMigration()
const LEASE_MS = 300

test('kill -9 again and again in the middle of eight companies: the run goes on, and nothing is there twice', async () => {
  for (const [name, currency] of COMPANIES) await entity(name, currency)
  const { importId, runId } = await act('migration.import-books', { files: eightFiles() })
  for (const steps of [2, 4, 5]) {
    const settings: KilledImportSettings = {
      app: database.configFor('app'),
      way: wayIn,
      leaseMs: LEASE_MS,
      steps,
    }
    const child = await startProcess(new URL('test-killed-import.ts', import.meta.url), settings)
    const [, signal] = await once(child, 'exit')
    equal(signal, 'SIGKILL')
  }
  const between = await count('entry')
  equal(
    between > 0 && between < COMPANIES.length,
    true,
    `${between} of ${COMPANIES.length} were posted when it was killed`,
  )
  const worker = startWorking([bookImport], LEASE_MS)
  const { result, lease_token } = await until(idFrom('run', String(runId)), 'done')
  await worker.close()
  deepEqual(result, { importId, companies: 8, entries: 8 })
  equal(Number(lease_token) >= 4, true)
  deepEqual([await count('book'), await count('entry')], [8, 8])
  equal((await act('migration.get-import', { importId }))['tiesOut'], true)
})
