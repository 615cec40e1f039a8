import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { budgetYears, monthsFrom } from './budget-months.ts'

test('a fiscal year has its own twelve months, and begins where the one before it ends', () => {
  const months = monthsFrom('2026-04-01')
  equal(months.length, 12)
  deepEqual([months[0], months[9], months[11]], ['2026-04', '2027-01', '2027-03'])
  deepEqual(budgetYears('2026-11-27', '03-31'), [
    '2027-04-01',
    '2026-04-01',
    '2025-04-01',
    '2024-04-01',
    '2023-04-01',
  ])
  equal(budgetYears('2026-11-27', '12-31')[0], '2027-01-01')
})
