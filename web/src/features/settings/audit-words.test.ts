import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { fieldsOf, wordsOf } from './audit-words.ts'

test('an operation is said in words', () => {
  equal(wordsOf('businesses.create-business'), 'Create business')
  equal(wordsOf('odd'), 'Odd')
})

test('only fields that changed are shown, whatever they hold', () => {
  deepEqual(
    fieldsOf({ name: 'A', tags: ['x'], stage: 'idea' }, { name: 'B', tags: ['x', 'y'], stage: 'idea' }),
    [
      { name: 'name', before: 'A', after: 'B' },
      { name: 'tags', before: '["x"]', after: '["x","y"]' },
    ],
  )
  deepEqual(fieldsOf(null, { name: 'A', note: null, count: 0 }), [
    { name: 'name', before: undefined, after: 'A' },
    { name: 'count', before: undefined, after: '0' },
  ])
})
