import { sameInAll } from '#kernel/languages.ts'
import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { testRuns, waitFor } from '#server/runs/test-runs.ts'
import { atEnd } from '#server/database/at-end.ts'
import { probe } from './probe.ts'
import type { Gather, Part } from '#server/vitals/process-report.ts'
import { createVitals } from '#server/vitals/vitals.ts'

const { call, machineKey, records, startWorking, studioId } = await testRuns()
const uptime = () => call('monitoring.get-uptime', {}, machineKey)

async function remember(minutesAgo: number, isUp: boolean): Promise<void> {
  await records.query(
    `insert into uptime_minute (studio_id, minute, is_up, because)
     values ($1, date_trunc('minute', now()) - make_interval(mins => $2), $3, '')`,
    [studioId, minutesAgo, isUp],
  )
}

test('before the first probe nothing is known, and nothing is claimed', async () => {
  deepEqual(await uptime(), { share: null, since: null, upMinutes: 0, downMinutes: 0, unknownMinutes: 0 })
})

test('the share is of what was probed; minutes without a record are unknown, and count as neither', async () => {
  for (const [minutesAgo, isUp] of [
    [9, true],
    [8, true],
    [7, false],
    [3, true],
  ] as const)
    await remember(minutesAgo, isUp)
  const { since: _since, ...told } = await uptime()
  deepEqual(told, { share: 0.75, upMinutes: 3, downMinutes: 1, unknownMinutes: 6 })
})

test('the standing run records the minute, with what was down in words', async () => {
  const vitals = createVitals()
  const down: Part = { name: 'disk', status: 'down', sentence: sameInAll('The disk is full.'), sinceMs: 0 }
  const gather: Gather = async () => ({
    reports: [{ ...vitals.report(undefined), parts: [down] }],
    missing: 0,
  })
  atEnd(() => vitals.close())
  startWorking([probe({ gather })])
  const rows = await waitFor(async () => {
    const found = await records.query(
      `select is_up, because from uptime_minute where minute = date_trunc('minute', now()) or because <> ''`,
    )
    return { isThere: found.rows.length > 0, seen: found.rows }
  })
  deepEqual(rows, [{ is_up: false, because: 'The disk is full.' }])
})
