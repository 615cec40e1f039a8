import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { columnsOf, columnTitle, comparisonsOf, daysOf, daysBefore } from './days-of.ts'

const given = { on: '2026-11-27', fiscalYearEnd: '12-31' }
const income = { kind: 'income-statement', fiscalYearEnd: '12-31' } as const

test('what has not ended goes up to today, and what has ended is whole', () => {
  deepEqual(daysOf('month', given), { from: '2026-11-01', to: '2026-11-27' })
  deepEqual(daysOf('last-month', given), { from: '2026-10-01', to: '2026-10-31' })
  deepEqual(daysOf('quarter', given), { from: '2026-10-01', to: '2026-11-27' })
  deepEqual(daysOf('last-year', given), { from: '2025-01-01', to: '2025-12-31' })
  const british = { on: '2026-02-10', fiscalYearEnd: '03-31' }
  deepEqual(daysOf('year-to-date', british), { from: '2025-04-01', to: '2026-02-10' })
  deepEqual(daysOf('last-year', british), { from: '2024-04-01', to: '2025-03-31' })
})

test('a span is set beside as much of another month or year', () => {
  const beside = (span: 'month' | 'last-month' | 'quarter' | 'year-to-date', compare: 'before' | 'year') =>
    columnsOf(daysOf(span, given), { ...income, span, compare })[1]
  deepEqual(beside('month', 'before'), { from: '2026-10-01', to: '2026-10-27' })
  deepEqual(beside('last-month', 'before'), { from: '2026-09-01', to: '2026-09-30' })
  deepEqual(beside('quarter', 'before'), { from: '2026-07-01', to: '2026-08-27' })
  deepEqual(beside('year-to-date', 'year'), { from: '2025-01-01', to: '2025-11-27' })
  const leap = { from: '2024-02-01', to: '2024-02-29' }
  deepEqual(columnsOf(leap, { ...income, span: 'own', compare: 'year' })[1], {
    from: '2023-02-01',
    to: '2023-02-28',
  })
  const own = { from: '2026-03-01', to: '2026-03-10' }
  deepEqual(columnsOf(own, { ...income, span: 'own', compare: 'before' })[1], {
    from: '2026-02-19',
    to: '2026-02-28',
  })
})

test('twelve months and eight quarters, the latest first and up to its day', () => {
  const days = daysOf('year-to-date', given)
  const months = columnsOf(days, { ...income, span: 'year-to-date', compare: 'months' })
  equal(months.length, 12)
  deepEqual(months[0], { from: '2026-11-01', to: '2026-11-27' })
  deepEqual(months[11], { from: '2025-12-01', to: '2025-12-31' })
  const quarters = columnsOf(days, { ...income, span: 'year-to-date', compare: 'quarters' })
  deepEqual(quarters[7], { from: '2025-01-01', to: '2025-03-31' })
})

test('a balance sheet is of days alone, and only it is set beside the end of a year', () => {
  const sheet = { kind: 'balance-sheet', span: 'year-to-date', fiscalYearEnd: '03-31' } as const
  const days = { from: '2026-04-01', to: '2026-11-27' }
  deepEqual(columnsOf(days, { ...sheet, compare: 'year-end' }), [{ to: '2026-11-27' }, { to: '2026-03-31' }])
  deepEqual(columnsOf(days, { ...sheet, span: 'own', compare: 'before' })[1], { to: '2026-10-27' })
  equal(comparisonsOf('balance-sheet').includes('year-end'), true)
  equal(comparisonsOf('cash-flow').includes('year-end'), false)
})

test('a column is called as shortly as it can be', () => {
  const titles = [
    columnTitle({ from: null, to: '2026-11-27' }),
    columnTitle({ from: '2026-10-01', to: '2026-10-31' }),
    columnTitle({ from: '2026-07-01', to: '2026-09-30' }),
    columnTitle({ from: '2025-01-01', to: '2025-12-31' }),
    columnTitle({ from: '2026-01-01', to: '2026-11-27' }),
  ]
  deepEqual(titles, ['2026-11-27', '2026-10', '2026-Q3', '2025', '2026-01-01 – 2026-11-27'])
})

test('before whole months are as many whole months, and before other days as many days', () => {
  deepEqual(daysBefore({ from: '2026-03-01', to: '2026-03-31' }), { from: '2026-02-01', to: '2026-02-28' })
  deepEqual(daysBefore({ from: '2026-01-01', to: '2026-06-30' }), { from: '2025-07-01', to: '2025-12-31' })
  deepEqual(daysBefore({ from: '2026-03-02', to: '2026-03-11' }), { from: '2026-02-20', to: '2026-03-01' })
})
