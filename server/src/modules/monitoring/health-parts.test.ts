import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Part, ProcessReport } from '#server/vitals/process-report.ts'
import { createVitals } from '#server/vitals/vitals.ts'
import { healthParts, worstStatus } from './health-parts.ts'

const EN = { nowMs: 0, language: 'en' } as const
const SEALED = { sealedAt: '2026-11-24T10:00:00.000Z', waitingLines: 0, waitingSince: null }

async function reportOf(process: number, looked: Part): Promise<ProcessReport> {
  const vitals = createVitals(process)
  await vitals.close()
  return { ...vitals.report(undefined), parts: [looked] }
}

function database(status: Part['status'], sinceMs: number): Part {
  return { name: 'database', status, sentence: { en: `It is ${status}.`, de: `So: ${status}.` }, sinceMs }
}

async function seen(...parts: Part[]) {
  const reports = await Promise.all(parts.map((part, at) => reportOf(at, part)))
  const [first] = healthParts({ reports, missing: 0 }, SEALED, EN)
  return first && [first.status, first.sentence, Date.parse(first.since ?? '')]
}

test('of several processes the worst is told, with its number and since when', async () => {
  deepEqual(await seen(database('ok', 1000), database('ok', 3000)), ['ok', 'It is ok.', 3000])
  deepEqual(await seen(database('ok', 1000), database('down', 2000)), [
    'down',
    'Process 1: It is down.',
    2000,
  ])
  deepEqual(await seen(database('down', 4000), database('down', 2000)), ['down', 'It is down.', 2000])
  const reports = [await reportOf(0, database('ok', 0)), await reportOf(1, database('down', 0))]
  const [german] = healthParts({ reports, missing: 0 }, SEALED, { nowMs: 0, language: 'de' })
  equal(german?.sentence, 'Prozess 1: So: down.')
})

test('a process that does not answer is never left out silently', async () => {
  const reports = [await reportOf(0, database('ok', 0))]
  const part = healthParts({ reports, missing: 1 }, SEALED, EN).find(({ name }) => name === 'processes')
  deepEqual([part?.status, part?.sentence.slice(0, 22)], ['degraded', '1 of 2 did not answer '])
})

test('the whole is as its worst part, and what is unknown counts only where nothing is known', () => {
  equal(whole('ok', 'unknown'), 'ok')
  equal(whole('ok', 'degraded', 'unknown'), 'degraded')
  equal(whole('degraded', 'down', 'ok'), 'down')
  equal(whole('unknown'), 'unknown')
})

function whole(...statuses: Part['status'][]) {
  return worstStatus(statuses.map((status) => ({ status })))
}
