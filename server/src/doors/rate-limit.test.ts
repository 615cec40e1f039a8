import { equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { createRateLimit } from './rate-limit.ts'

function takenOf(
  limit: ReturnType<typeof createRateLimit>,
  count: number,
  credential: { token: string | undefined; address: string },
): number {
  let taken = 0
  for (let at = 0; at < count; at++) {
    try {
      limit.check({ ...credential, isLocal: false }, credential.token === undefined)
      taken++
    } catch {
      // counted by what was taken
    }
  }
  return taken
}

test('a visitor has sixty tries at once and two a second after, by address', () => {
  let nowMs = 0
  const limit = createRateLimit(100, () => nowMs)
  const visitor = { token: undefined, address: '192.0.2.1' }
  equal(takenOf(limit, 100, visitor), 60)
  equal(takenOf(limit, 100, { ...visitor, address: '192.0.2.2' }), 60)
  nowMs += 5000
  equal(takenOf(limit, 100, visitor), 10)
})

test('a person or key has a bucket of its own, and zero turns it off', () => {
  const nowMs = 0
  const holder = { token: 'iza_key_a', address: '192.0.2.1' }
  equal(
    takenOf(
      createRateLimit(10, () => nowMs),
      1000,
      holder,
    ),
    300,
  )
  equal(
    takenOf(
      createRateLimit(0, () => nowMs),
      1000,
      holder,
    ),
    1000,
  )
})

test('the refusal says how much is too much', () => {
  const limit = createRateLimit(1, () => 0)
  const holder = { token: 'iza_key_b', address: '', isLocal: false }
  throws(() => {
    for (let at = 0; at < 31; at++) limit.check(holder, false)
  }, /more than 1 requests a second/)
})
