import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { stepAt } from './guide-progress.ts'

test('an address ticks the step that leads there, and no other does', () => {
  equal(at('/businesses/kpis/kpi_1?period=2026-10&category=cat_1'), 'money')
  equal(at('/businesses/kpis/kpi_1?period=2026-10'), 'source')
  equal(at('/exceptions?rule=businesses.duplicates'), 'duplicates')
  equal(at('/businesses/entities/tree?on=2024-01-01'), 'tree')
  for (const other of [
    '/',
    '/businesses/kpis',
    '/businesses/kpis/kpi_1',
    '/exceptions',
    '/businesses/entities/tree',
  ])
    equal(at(other), undefined)
})

function at(address: string) {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  return stepAt(pathname, searchParams)
}
