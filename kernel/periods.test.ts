import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  CADENCES,
  daysBetween,
  lastEndedBefore,
  nextPeriod,
  parsePeriod,
  periodOf,
  previousPeriod,
} from './periods.ts'

const cadence = fc.constantFrom(...CADENCES)
const day = fc.integer({ min: 400, max: 83_000 }).map((days) => addDays('1970-01-01', days))

test('a day is in its period, and a name reads back as the same period', () => {
  fc.assert(
    fc.property(cadence, day, (of, on) => {
      const period = periodOf(of, on)
      ok(period.startsOn <= on && on <= period.endsOn)
      deepEqual(parsePeriod(period.name), period)
      deepEqual(periodOf(of, period.startsOn), period)
      deepEqual(periodOf(of, period.endsOn), period)
    }),
  )
})

test('periods follow each other without a gap and without an overlap', () => {
  fc.assert(
    fc.property(cadence, day, (of, on) => {
      const period = periodOf(of, on)
      const next = nextPeriod(period)
      equal(daysBetween({ from: period.endsOn, to: next.startsOn }), 1)
      deepEqual(previousPeriod(next), period)
      ok(lastEndedBefore(of, on).endsOn < on)
      deepEqual(nextPeriod(lastEndedBefore(of, on)), period)
    }),
  )
})

test('known weeks, months and quarters', () => {
  deepEqual(parsePeriod('2026-W43'), {
    cadence: 'week',
    name: '2026-W43',
    startsOn: '2026-10-19',
    endsOn: '2026-10-25',
  })
  deepEqual(parsePeriod('2024-02')?.endsOn, '2024-02-29')
  deepEqual(parsePeriod('2026-Q3'), {
    cadence: 'quarter',
    name: '2026-Q3',
    startsOn: '2026-07-01',
    endsOn: '2026-09-30',
  })
  equal(periodOf('week', '2021-01-03').name, '2020-W53')
})

test('what is no period is none', () => {
  for (const name of [
    '2026-13',
    '2026-00',
    '2026-Q5',
    '2026-Q0',
    '2025-W53',
    '2026-W00',
    '2026',
    '1969-12',
    '9999-01',
    '2026-1',
    '2026-10 ',
    '',
  ])
    equal(parsePeriod(name), undefined, name)
})
