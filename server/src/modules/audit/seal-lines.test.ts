import { deepEqual, equal, ok } from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { testRuns, waitFor } from '#server/runs/test-runs.ts'
import { TEST_MEANS } from '#server/test-system.ts'
import { headFile } from './head-file.ts'
import { sealLines } from './seal-lines.ts'

const { records, studioId, startWorking, call, machineKey, nudge, logged } = await testRuns()
const file = headFile(TEST_MEANS.audit.headsDir, studioId)

async function count(table: string): Promise<number> {
  const { rows } = await records.query(`select count(*)::int as count from ${table}`)
  return rows[0].count
}

/** The next pass begins now instead of in a minute, again and again, until it is so. */
async function passUntil(isThere: () => Promise<boolean>): Promise<void> {
  await waitFor(async () => {
    if (await isThere()) return { isThere: true, seen: undefined }
    const soon = `update run set due_at = now() where program = 'audit.seal-lines' and status = 'waiting'
      returning status, problem`
    const { rows } = await records.query(soon)
    await nudge()
    return { isThere: false, seen: rows }
  })
}

async function isSealed(): Promise<boolean> {
  const sealed = await count('audit_seal')
  const isTold = existsSync(file) && readFileSync(file, 'utf8').includes(`"size":${sealed},`)
  return isTold && sealed === (await count('audit_line'))
}

test('a standing run seals by itself, two workers at once, and the log holds', async () => {
  startWorking([sealLines(TEST_MEANS.audit)])
  startWorking([sealLines(TEST_MEANS.audit)])
  for (let round = 0; round < 3; round++) {
    for (let line = 0; line < 7; line++) {
      await call('businesses.create-category', { name: `Category ${round} ${line}` }, machineKey)
    }
    await passUntil(isSealed)
  }
  const { findings, sealed } = await call('audit.verify-lines', {}, machineKey)
  deepEqual(findings, [])
  equal(Object(sealed).lines, await count('audit_line'))
  const { rows } = await records.query(`select passes from run where program = 'audit.seal-lines'`)
  equal(rows.length, 1)
  ok(rows[0].passes >= 2)
  deepEqual(logged, [])
})

test('a cut log stops sealing, and the run says why and what to do', async () => {
  const { rows } = await records.query('select size::int as size from audit_head order by size desc limit 1')
  await records.query('delete from audit_head where size = $1', [rows[0].size])
  await passUntil(async () => {
    const { rows: runs } = await records.query(`select problem from run where program = 'audit.seal-lines'`)
    return runs[0].problem?.code === 'audit.record-cut'
  })
})
