import { equal } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { hashJson } from './hash-json.ts'

const whole = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

test('it is the hash of the whole text, whatever the value is made of', () => {
  const row = {
    id: 'x',
    amount: '1.00',
    none: null,
    left: undefined,
    tags: ['a', 'ü', '"'],
    deep: { list: [[1, 2], {}] },
  }
  const rows = Array.from({ length: 5000 }, (_nothing, at) => ({ ...row, at }))
  for (const value of [
    null,
    'text',
    12.5,
    true,
    [],
    {},
    rows,
    ['ledger.post-entries', { bookId: 'b', entries: rows, left: undefined }],
    ['a', undefined, [undefined, 1], { list: [undefined] }],
    { on: new Date(0), 'a key "quoted"': { empty: [], nothing: undefined } },
    [[rows], 'π', '\u2028'],
  ])
    equal(hashJson(value), whole(value))
})
