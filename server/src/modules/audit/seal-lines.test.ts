import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { testRuns } from '#server/runs/test-runs.ts'
import { TEST_MEANS } from '#server/test-system.ts'
import { headFile } from './head-file.ts'
import { sealLines } from './seal-lines.ts'

const { records, studioId, work, call, machineKey, nudge, logged } = await testRuns()
const file = headFile(TEST_MEANS.audit.headsDir, studioId)

async function count(table: string): Promise<number> {
  const { rows } = await records.query(`select count(*)::int as count from ${table}`)
  return rows[0].count
}

/** Lets the next pass begin now instead of in a minute, until everything is sealed and told. */
async function untilSealed(): Promise<void> {
  for (let looks = 0; looks < 2000; looks++) {
    const sealed = await count('audit_seal')
    const { rows } = await records.query(
      `select status, passes, problem from run where program = 'audit.seal-lines'`,
    )
    const isTold = sealed > 0 && readFileOrNothing().includes(`"size":${sealed},`)
    if (isTold && sealed === (await count('audit_line')) && rows[0].status === 'waiting') return
    await records.query(
      `update run set due_at = now() where program = 'audit.seal-lines' and status = 'waiting'`,
    )
    await nudge()
    await pause(10)
  }
  throw new Error('the lines were never sealed')
}

function readFileOrNothing(): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

test('a standing run seals by itself, two workers at once, and the log holds', async () => {
  work([sealLines(TEST_MEANS.audit)])
  work([sealLines(TEST_MEANS.audit)])
  for (let round = 0; round < 3; round++) {
    for (let line = 0; line < 7; line++) {
      await call('businesses.create-category', { name: `Category ${round} ${line}` }, machineKey)
    }
    await untilSealed()
  }
  const { findings, sealed } = await call('audit.verify-lines', {}, machineKey)
  deepEqual(findings, [])
  equal(Object(sealed).lines, await count('audit_line'))
  const { rows } = await records.query(`select passes from run where program = 'audit.seal-lines'`)
  equal(rows.length, 1)
  ok(rows[0].passes >= 3)
  deepEqual(logged, [])
})

test('a cut log stops sealing, and the run says why and what to do', async () => {
  const { rows } = await records.query('select size::int as size from audit_head order by size desc limit 1')
  await records.query('delete from audit_head where size = $1', [rows[0].size])
  for (let looks = 0; ; looks++) {
    const { rows: runs } = await records.query(`select problem from run where program = 'audit.seal-lines'`)
    if (runs[0].problem?.code === 'audit.record-cut') break
    ok(looks < 2000, 'the run never told of it')
    await records.query(
      `update run set due_at = now() where program = 'audit.seal-lines' and status = 'waiting'`,
    )
    await nudge()
    await pause(10)
  }
})
