import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { lastEndedBefore, today } from '#kernel/periods.ts'
import {
  daysOfMonth,
  groupHref,
  monthIn,
  monthsOf,
  monthsOffered,
  spansOf,
  standingOf,
} from './closing-words.ts'

test('an address that names no month shows the last one that is over', () => {
  const last = lastEndedBefore('month', today()).name
  equal(monthIn(''), last)
  equal(monthIn('2026-W07'), last)
  equal(monthIn('2026-02'), '2026-02')
})

test('three years of months are offered, and an older one that is shown', () => {
  const offered = monthsOffered('2019-05')
  equal(offered.length, 37)
  equal(offered[0], lastEndedBefore('month', today()).name)
  equal(offered.at(-1), '2019-05')
  deepEqual(daysOfMonth('2028-02'), { from: '2028-02-01', to: '2028-02-29' })
})

test('what only has to be said is open, and what does not hold blocks', () => {
  const check = { check: 'bank' as const, says: '', fix: null, isMarked: false }
  equal(standingOf({ ...check, isMet: false, isByHand: true }), 'open')
  equal(standingOf({ ...check, isMet: false, isByHand: false }), 'blocked')
  equal(standingOf({ ...check, isMet: true, isByHand: true }), 'met')
})

test('books are counted by the month from which they are closed, and those that are closed already are not', () => {
  deepEqual(spansOf(['2026-01', null, '2025-03', '2026-01']), [
    { from: '2025-03', count: 1 },
    { from: '2026-01', count: 2 },
  ])
  deepEqual(monthsOf(['2026-02', '2025-12']), { from: '2025-12', to: '2026-02', count: 2 })
})

test('what differs from another book leads to both sides, and what has no other side does not', () => {
  const row = {
    id: 'bok_1',
    entity: { id: 'ent_1', name: 'One LLC' },
    currency: 'USD',
    state: 'open' as const,
  }
  const rest = { closedThrough: null, softClosedThrough: null, closed: null, closesFrom: null, checks: [] }
  const one = {
    partner: { id: 'ent_2', name: 'Two LLC' },
    of: 'trade' as const,
    currency: 'USD',
    ours: '5.00',
  }
  const board = (theirs: string | null) => ({ ...row, ...rest, differences: [{ ...one, theirs }] })
  equal(groupHref(board('0.00'), '2026-02'), '/banking/group/between?asOf=2026-02-28&entity=ent_1')
  equal(groupHref(board(null), '2026-02'), undefined)
})
