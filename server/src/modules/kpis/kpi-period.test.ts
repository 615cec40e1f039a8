import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, nextPeriod } from '#kernel/periods.ts'
import { duePeriod } from './kpi-period.ts'

test('a period is due when it ended more than the days of grace ago', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('week' as const, 'month' as const, 'quarter' as const),
      fc.nat({ max: 366 }),
      fc.nat({ max: 20_000 }),
      (cadence, graceDays, at) => {
        const on = addDays('1990-01-01', at)
        const due = duePeriod({ cadence, graceDays }, on)
        equal(addDays(due.endsOn, graceDays) < on, true)
        equal(addDays(nextPeriod(due).endsOn, graceDays) < on, false)
      },
    ),
  )
})
