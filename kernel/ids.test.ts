import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isId, newId } from './ids.ts'

test('ids made in one process sort in the order in which they were made', () => {
  const ids = Array.from({ length: 5000 }, () => newId('business'))
  deepEqual(ids, [...ids].sort())
  equal(new Set(ids).size, ids.length)
})

test('a clock that steps back does not break the order', () => {
  const later = newId('event', Date.now() + 60_000)
  ok(newId('event', Date.now()) > later)
})

test('the prefix belongs to the id', () => {
  const id = newId('business')
  ok(isId('business', id))
  ok(!isId('entity', id))
  ok(!isId('business', id.toUpperCase()))
  ok(!isId('business', `${id}0`))
  ok(!isId('business', 'biz_uuuuuuuuuuuuuuuuuuuuuuuuuu'))
})
