import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { OCTAVES, STEPS, percentileMs, stepOf, upperMs } from './duration-scale.ts'

const withinScale = fc.double({ min: 0.07, max: 50_000, noNaN: true })

test('a duration stands in the step that just holds it', () => {
  fc.assert(
    fc.property(withinScale, (ms) => {
      const step = stepOf(ms)
      ok(ms <= upperMs(step) * 1.000001 && ms > upperMs(step - 1) * 0.999999)
    }),
  )
  deepEqual([stepOf(0), stepOf(1), stepOf(Number.MAX_VALUE)], [0, 16, STEPS - 1])
})

test('a percentile is never below the truth, and at most 19 % above it', () => {
  fc.assert(
    fc.property(fc.array(withinScale, { minLength: 1, maxLength: 200 }), (all) => {
      const counts = Array.from({ length: STEPS }, () => 0)
      for (const ms of all) counts[stepOf(ms)] = (counts[stepOf(ms)] ?? 0) + 1
      const sorted = all.toSorted((a, b) => a - b)
      for (const share of [0.5, 0.95, 0.99]) {
        const truth = sorted[Math.ceil(share * all.length) - 1] ?? 0
        const told = percentileMs(counts, share) ?? 0
        ok(told >= truth * 0.999999 && told <= truth * 2 ** 0.25 * 1.000001, `${told} for ${truth}`)
      }
    }),
  )
  equal(percentileMs([0, 0], 0.5), undefined)
})

test('the buckets of the histogram are whole octaves of milliseconds', () => {
  deepEqual(
    OCTAVES.map(({ ms }) => ms),
    [0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16_384],
  )
})
