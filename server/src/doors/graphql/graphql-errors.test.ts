import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { buildSchema, execute, parse } from 'graphql'
import { compileQuery, isCompiledQuery } from 'graphql-jit'
import { notOpenToYou } from '#server/catalogue/problems.ts'
import { formatted } from './graphql-errors.ts'

const schema = buildSchema('type Query { required: Int! number: Int argument(x: Int!): Int refused: Int }')
const rootValue = { required: null, number: 'text', refused: () => Promise.reject(notOpenToYou('biz_1')) }

/** What is told, and what is logged, of the same query run compiled and not. */
async function told(source: string, variables: Record<string, unknown> = {}) {
  const document = parse(source)
  const compiled = compileQuery(schema, document)
  const answers = [
    await execute({ schema, document, rootValue, variableValues: variables }),
    isCompiledQuery(compiled) ? await compiled.query(rootValue, {}, variables) : compiled,
  ]
  return answers.map(({ errors = [] }) => {
    const logged: unknown[] = []
    const log = { error: (error: unknown) => void logged.push(error) }
    const { extensions, path } = formatted(errors[0], { id: 'request-1', headers: {}, log })
    return [extensions?.['code'], path, logged.length]
  })
}

test('an answer that breaks its own schema is our mistake and is logged; what the query asks wrongly is not', async () => {
  const ours = 'server.something-broke'
  deepEqual(await told('{ required }'), [
    [ours, ['required'], 1],
    [ours, ['required'], 1],
  ])
  deepEqual(await told('{ number }'), [
    [ours, ['number'], 1],
    [ours, ['number'], 1],
  ])
  const theirs = 'graphql.invalid-query'
  deepEqual(await told('query ($x: Int = 1) { argument(x: $x) }', { x: null }), [
    [theirs, ['argument'], 0],
    [theirs, ['argument'], 0],
  ])
})

test('a problem keeps its code', async () => {
  const [plain] = await told('{ refused }')
  equal(plain?.[0], 'catalogue.not-found')
})
