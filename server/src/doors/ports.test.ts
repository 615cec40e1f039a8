import { equal, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Problem } from '#kernel/problem.ts'
import { PORTS, checkOffset } from './ports.ts'

test('no room stands on a port that browsers refuse', () => {
  equal(checkOffset(0), 0)
  ok(!PORTS.some(({ number }) => number === 6000))
})

test('an offset that meets a refused port names one that works', () => {
  throws(
    () => checkOffset(660), // 6005 + 660 = 6665, which is IRC
    (error) => error instanceof Problem && error.code === 'start.port-offset',
  )
})

test('the offset that a refusal names is accepted', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 70_000 }), (offset) => {
      try {
        checkOffset(offset)
      } catch (error) {
        const named = /works is (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
        equal(checkOffset(Number(named)), Number(named))
      }
    }),
  )
})
