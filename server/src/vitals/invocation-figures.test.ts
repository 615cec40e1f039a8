import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { createInvocationFigures, type Observed } from './invocation-figures.ts'

const OBSERVED: Observed = {
  operation: 'businesses.list-businesses',
  door: 'rest',
  outcome: 'done',
  kind: '',
  ms: 3,
  studioId: 'ours',
}

test('a studio reads its own last five minutes, and nothing of another', () => {
  let nowMs = 0
  const figures = createInvocationFigures(() => nowMs)
  for (let minute = 0; minute < 8; minute++) {
    nowMs = minute * 60_000
    figures.add(OBSERVED)
    figures.add({ ...OBSERVED, outcome: 'refused', kind: 'forbidden' })
    figures.add({ ...OBSERVED, studioId: 'theirs', operation: 'runs.list-runs' })
  }
  const recent = figures.recent('ours')
  deepEqual(
    recent.map(({ operation, done, refused, failed }) => ({ operation, done, refused, failed })),
    [{ operation: 'businesses.list-businesses', done: 5, refused: 5, failed: 0 }],
  )
  equal(
    recent[0]?.steps.reduce((sum, count) => sum + count, 0),
    10,
  )
  nowMs += 5 * 60_000
  deepEqual(figures.recent('ours'), [])
})

test('what was counted since the beginning stays, by operation, door, outcome and kind', () => {
  const figures = createInvocationFigures(() => 0)
  figures.add(OBSERVED)
  figures.add(OBSERVED)
  figures.add({ ...OBSERVED, door: 'mcp', outcome: 'failed', kind: 'broken', ms: 0 })
  deepEqual(
    figures.counted().map(({ door, outcome, kind, count }) => [door, outcome, kind, count]),
    [
      ['rest', 'done', '', 2],
      ['mcp', 'failed', 'broken', 1],
    ],
  )
  deepEqual(
    figures.durations().map(({ sumMs }) => sumMs),
    [6],
  )
})

test('studios without number take no memory without bound', () => {
  const figures = createInvocationFigures(() => 0)
  for (let at = 0; at < 6_000; at++) figures.add({ ...OBSERVED, studioId: `studio ${at}` })
  equal(figures.recent('studio 4999').length, 1)
  equal(figures.recent('studio 5000').length, 0)
})
