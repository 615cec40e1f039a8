import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { scaleOf, spread } from './scale-of.ts'

test('the axis holds every value and zero, in round steps', () => {
  deepEqual(scaleOf([3, 97]), { low: 0, high: 100, ticks: [0, 25, 50, 75, 100] })
  deepEqual(scaleOf([]).low, 0)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1 }), (values) => {
      const { low, high, ticks } = scaleOf(values)
      ok(values.every((value) => value >= low && value <= high) && low <= 0 && high >= 0)
      ok(ticks.length >= 2 && ticks.length <= 8)
    }),
  )
})

test('labels keep their distance, and stay on the page where there is room', () => {
  deepEqual(spread([10, 12, 90], { gap: 16, low: 0, high: 92 }), [10, 26, 90])
  deepEqual(spread([90, 91], { gap: 16, low: 0, high: 92 }), [76, 92])
})
