import { deepEqual, equal, ok } from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { buildClientSchema, getIntrospectionQuery } from 'graphql'
import { z } from 'zod'
import { askGraphql } from '#server/test-doors.ts'
import { OWNER, testSystem } from '#server/test-system.ts'

const { url, machineKey: token, portOffset, database } = await testSystem({ isFounded: true })
const look = await database.look()
const Answer = z.object({ data: z.unknown().optional(), errors: z.array(z.unknown()).optional() })
const Persisted = z.object({
  data: z.unknown(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
})

function ask(query: string, variables: Record<string, unknown> = {}) {
  return askGraphql({ url, token }, query, variables)
}

async function entities(): Promise<number> {
  const { rows } = await look.query('select count(*)::int as count from entity')
  return rows[0].count
}

const made = await ask(
  'mutation { entitiesCreateEntity(name: "One LLC", kind: "LLC", jurisdiction: "US-DE") { id } }',
)
const entityId = String(Object(made.data)['entitiesCreateEntity'].id)

test('a query that could be too much is refused before anything of it runs', async () => {
  const aliases = Array.from({ length: 1000 }, (_nothing, at) => `a${at}: identityGetMe { studio { id } }`)
  const bomb = Array.from(
    { length: 30 },
    (_nothing, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`,
  )
  for (const [query, code] of [
    [`{ ${aliases.slice(0, 51).join(' ')} }`, 'graphql.too-costly'],
    [`{ ${aliases.join(' ')} }`, 'graphql.unreadable-request'], // longer than is read at all
    [`{ ${'a '.repeat(4000)} }`, 'graphql.invalid-query'],
    [
      `{ ...F0 } ${bomb.join(' ')} fragment F30 on Query { identityGetMe { studio { id } } }`,
      'graphql.too-costly',
    ],
    [
      '{ a: __schema { types { name } } b: __schema { types { name } } c: __schema { types { name } } d: __schema { types { name } } }',
      'graphql.too-costly',
    ],
    [
      `{ businessesListBusinesses(limit: 200) { ${Array.from({ length: 60 }, (_n, at) => `i${at}: items { id }`).join(' ')} } }`,
      'graphql.too-costly',
    ],
    [
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
      'graphql.invalid-query',
    ],
  ] as const) {
    const { status, codes, data } = await ask(query)
    deepEqual([status, codes[0], data], [400, code, undefined], query.slice(0, 80))
  }
})

test('what a variable asks for counts as if it stood in the query', async () => {
  const items = Array.from({ length: 30 }, (_n, at) => `i${at}: items { id name }`).join(' ')
  const query = `query ($limit: Int) { businessesListBusinesses(limit: $limit) { ${items} } }`
  deepEqual((await ask(query, { limit: 10 })).codes, [])
  deepEqual((await ask(query, { limit: 200 })).codes, ['graphql.too-costly'])
  deepEqual((await ask(query, { limit: 200 })).codes, ['graphql.too-costly'], 'also when the query is known')
})

test('every kind of bad query gets a code and never a 5xx', async () => {
  const cycle = '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'
  for (const [query, variables, code] of [
    ['{', {}, 'graphql.invalid-query'],
    ['{ nothing }', {}, 'graphql.invalid-query'],
    ['{ businessesListBusinesses { items { password } } }', {}, 'graphql.invalid-query'],
    ['{ businessesListBusinesses(more: 1) { total } }', {}, 'graphql.invalid-query'],
    ['{ businessesListBusinesses(limit: "ten") { total } }', {}, 'graphql.invalid-query'],
    ['{ businessesListBusinesses(stage: flying) { total } }', {}, 'graphql.invalid-query'],
    [
      'query ($limit: Int) { businessesListBusinesses(limit: $limit) { total } }',
      { limit: 'ten' },
      'graphql.invalid-query',
    ],
    [
      'query ($limit: Int!) { businessesListBusinesses(limit: $limit) { total } }',
      {},
      'graphql.invalid-query',
    ],
    [cycle, {}, 'graphql.invalid-query'],
    ['subscription { businesses { id } }', {}, 'graphql.invalid-query'],
    ['fragment F on Query { identityGetMe { studio { id } } }', {}, 'graphql.invalid-query'],
    [
      'query A { identityGetMe { studio { id } } } query B { identityGetMe { studio { id } } }',
      {},
      'graphql.invalid-query',
    ],
    ['x'.repeat(10_001), {}, 'graphql.unreadable-request'],
    ['', {}, 'graphql.unreadable-request'],
    ['{ businessesListBusinesses(search: "a\\u0000b") { total } }', {}, 'catalogue.invalid-input'],
    ['{ businessesListBusinesses(limit: 201) { total } }', {}, 'catalogue.invalid-input'],
    ['{ businessesListBusinesses(limit: -5) { total } }', {}, 'catalogue.invalid-input'],
    ['{ businessesListBusinesses(cursor: "x") { total } }', {}, 'catalogue.invalid-cursor'],
    ['{ businessesGetBusiness(businessId: "biz_1") { id } }', {}, 'catalogue.invalid-input'],
  ] as const) {
    const { status, codes, errors } = await ask(query, variables)
    equal(codes[0], code, `${query.slice(0, 80)}: ${JSON.stringify(errors)}`)
    ok(status === (code.startsWith('graphql.') ? 400 : 200), `${status} ${query.slice(0, 80)}`)
    for (const { message, extensions } of errors ?? [])
      ok(message.length < 1500 && extensions.requestId !== '')
  }
})

test('a body that is no request is refused, whatever it is', async () => {
  for (const [body, type] of [
    ['[{"query":"{ __typename }"},{"query":"{ __typename }"}]', undefined],
    ['{"query":{"a":1}}', undefined],
    ['{"query":"{ __typename }","variables":"x"}', undefined],
    ['{"query":"{ __typename }","variables":[1]}', undefined],
    ['{"query":', undefined],
    ['null', undefined],
    [JSON.stringify({ query: `{ __typename } #${'x'.repeat(1_100_000)}` }), undefined],
    ['query=%7B__typename%7D', 'application/x-www-form-urlencoded'],
    ['{"query":"{ __typename }"}', 'text/plain'],
  ] as const) {
    const response = await post(body, type)
    ok(response.status >= 400 && response.status < 500, `${response.status} ${body.slice(0, 60)}`)
    ok(/"code":"(graphql|rest)\./.test(await response.text()), body.slice(0, 60))
  }
})

test('a GET reads and never writes', async () => {
  const read = await get({
    query: 'query ($limit: Int) { entitiesListEntities(limit: $limit) { total } }',
    variables: '{"limit":1}',
  })
  deepEqual(await read.json(), { data: { entitiesListEntities: { total: await entities() } } })
  const before = await entities()
  const mutation =
    'mutation M { entitiesCreateEntity(name: "By GET", kind: "LLC", jurisdiction: "US") { id } }'
  // Compiled for the mutation, then asked for by the name of the query: mercurius alone would run it.
  const both = `query Q { identityGetMe { studio { id } } } ${mutation}`
  for (let turn = 0; turn < 6; turn++) {
    await post(JSON.stringify({ query: both, operationName: 'M' }))
  }
  for (const parameters of [
    { query: mutation },
    { query: both, operationName: 'Q' },
    { query: both, operationName: 'None' },
  ]) {
    const response = await get(parameters)
    equal(response.status, 400)
    equal(Answer.parse(await response.json()).errors?.length, 1)
  }
  equal((await get({ query: '{ __typename }', variables: '{' })).status, 400)
  equal((await get({ query: '{ __typename }', operationName: 'None' })).status, 200)
  equal(await entities(), before)
})

test('who is nobody, foreign or behind a cookie without an origin is refused', async () => {
  const me = '{ identityGetMe { studio { id } } }'
  const none = await askGraphql({ url, token: undefined }, me)
  deepEqual(
    [none.status, none.codes, none.data],
    [200, ['catalogue.sign-in-needed'], { identityGetMe: null }],
  )
  deepEqual((await askGraphql({ url, token: 'wrong' }, me)).codes, ['catalogue.credential-ended'])
  for (const origin of ['http://evil.example', 'null', 'http://localhost:1']) {
    const { status, codes } = await askGraphql({ url, token, headers: { origin } }, me)
    deepEqual([status, codes], [403, ['door.foreign-origin']])
  }
  const own = await askGraphql(
    { url, token, headers: { origin: `http://localhost:${3000 + portOffset}` } },
    me,
  )
  deepEqual(own.codes, [])
  const cookie = 'iza_access=x'
  deepEqual((await askGraphql({ url, token: undefined, headers: { cookie } }, me)).codes, [
    'door.foreign-origin',
  ])
})

test('a browser signs in by a mutation and works by its cookie', async () => {
  const query =
    'mutation ($email: String!, $password: String!) { identitySignIn(email: $email, password: $password) { displayName } }'
  const headers = { origin: url }
  const signed = await askGraphql({ url, token: undefined, headers }, query, {
    email: OWNER.email,
    password: OWNER.password,
  })
  const cookie = (signed.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? ''
  const me = await askGraphql(
    { url, token: undefined, headers: { ...headers, cookie } },
    '{ identityGetMe { actor { kind name } } }',
  )
  deepEqual(me.data, { identityGetMe: { actor: { kind: 'person', name: OWNER.displayName } } })
})

test('a write is tried, sent twice and refused as by any other door', async () => {
  const query = `mutation ($key: String, $dry: Boolean, $name: String!) {
    entitiesCreateEntity(name: $name, kind: "LLC", jurisdiction: "US", idempotencyKey: $key, dryRun: $dry) { id }
  }`
  const before = await entities()
  deepEqual((await ask(query, { name: 'Tried', dry: true })).codes, [])
  equal(await entities(), before)
  const key = randomUUID()
  const first = await ask(query, { name: 'Sent twice', key })
  const again = await ask(query, { name: 'Sent twice', key })
  deepEqual(
    [again.data, first.extensions, again.extensions],
    [first.data, undefined, { replayed: ['entitiesCreateEntity'] }],
  )
  deepEqual((await ask(query, { name: 'Another', key })).codes, ['catalogue.idempotency-conflict'])
  deepEqual((await ask(query, { name: 'Another', key: 'has a space' })).codes, ['door.bad-idempotency-key'])
  deepEqual((await ask(query, { name: 'Sent twice' })).codes, ['entities.entity-name-taken'])
  equal(await entities(), before + 1)
})

test('words that GraphQL cannot spell mean the same, and null means not given', async () => {
  const query = `mutation ($in: ID!, $stage: BusinessStage) {
    businessesCreateBusiness(name: "Spun", entityId: $in, stage: $stage, tags: null) { id stage tags }
  }`
  for (let turn = 0; turn < 6; turn++) {
    // The later turns run compiled.
    const { data, codes } = await ask(query, { in: entityId, stage: 'spun_out' })
    deepEqual(codes, [])
    const { id, ...rest } = Object(data)['businessesCreateBusiness']
    deepEqual(rest, { stage: 'spun_out', tags: [] })
    const stored = await look.query('select stage from business where id = $1', [id])
    equal(stored.rows[0].stage, 'spun-out')
    const failed = await ask(query, { in: 'ent_x', stage: 'spun_out' })
    deepEqual(
      [failed.codes, failed.errors?.[0]?.extensions.errors[0]?.pointer],
      [['catalogue.invalid-input'], '/entityId'],
    )
    await new Promise(setImmediate)
  }
  deepEqual((await ask('{ businessesListBusinesses(search: null, stage: null) { total } }')).codes, [])
})

test('the schema can be read by introspection', async () => {
  const { data, codes } = await ask(getIntrospectionQuery())
  deepEqual(codes, [])
  ok(buildClientSchema(JSON.parse(JSON.stringify(data))).getType('Business'))
})

test('our own client sends the hash of a query that was sent before', async () => {
  const query = `{ entitiesListEntities { total } __typename }`
  const sha256Hash = createHash('sha256').update(query).digest('hex')
  const extensions = { persistedQuery: { version: 1, sha256Hash } }
  const unknown = await send({ extensions })
  deepEqual(
    [unknown.errors?.[0]?.message, unknown.errors?.[0]?.extensions.code],
    ['PersistedQueryNotFound', 'graphql.persisted-query-not-found'],
  )
  const told = await send({ query, extensions })
  ok(told.data)
  deepEqual(await send({ extensions }), told)
  const wrong = await send({ query: '{ __typename }', extensions })
  equal(wrong.errors?.[0]?.extensions.code, 'graphql.persisted-query-mismatch')
  deepEqual(await send({ extensions }), told, 'a wrong hash puts nothing in the place of a query')
})

function post(body: string, type = 'application/json'): Promise<Response> {
  const headers = { 'content-type': type, authorization: `Bearer ${token}` }
  return fetch(new URL('/graphql', url), { method: 'POST', body, headers })
}

function get(parameters: { query: string; variables?: string; operationName?: string }): Promise<Response> {
  const target = new URL('/graphql', url)
  for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value)
  return fetch(target, { headers: { authorization: `Bearer ${token}` } })
}

async function send(body: object) {
  const response = await post(JSON.stringify(body))
  return Persisted.parse({ data: null, ...Object(await response.json()) })
}
