import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { queryReader } from './query-input.ts'

test('a value that may be null is read as what it is otherwise', () => {
  const read = queryReader(
    z.strictObject({ a: z.boolean().nullable(), b: z.number().nullable(), c: z.string().nullable() }),
  )
  deepEqual(read({ a: 'true', b: '1.5', c: '7' }), { a: true, b: 1.5, c: '7' })
})

test('an object in a list is written as its JSON, and what is no JSON is left for the schema to refuse', () => {
  const read = queryReader(z.strictObject({ periods: z.array(z.strictObject({ to: z.string() })) }))
  deepEqual(read({ periods: '{"to":"2026-12-31"}' }), { periods: [{ to: '2026-12-31' }] })
  deepEqual(read({ periods: ['{"to":"a"}', '{"to"'] }), { periods: [{ to: 'a' }, '{"to"'] })
})
