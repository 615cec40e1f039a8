import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { sendAsHost } from '#server/test-host.ts'
import { OWNER, testSystem } from '#server/test-system.ts'

const { url, machineKey, portOffset } = await testSystem({ isFounded: true })

const ProblemJson = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })),
})

async function send(path: string, init: RequestInit = {}) {
  const response = await fetch(new URL(path, url), init)
  return {
    status: response.status,
    headers: response.headers,
    body: z.unknown().parse(await response.json()),
  }
}

function post(path: string, body: string, headers: Record<string, string> = {}) {
  const standard = { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' }
  return send(path, { method: 'POST', body, headers: { ...standard, ...headers } })
}

const CREATE_ENTITY = '/api/v1/entities/create-entity'
const ENTITY = JSON.stringify({ name: 'REST LLC', kind: 'LLC', jurisdiction: 'US-DE' })

test('every kind of bad input gets a problem that says what to do, never a 5xx', async () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  for (const [body, headers, status] of [
    ['{"name":', {}, 400],
    ['[]', {}, 400],
    ['"text"', {}, 400],
    ['null', {}, 400],
    ['', {}, 400],
    [deep, {}, 400],
    [`{"name":${deep}}`, {}, 400],
    [`{"name":"${'x'.repeat(1_100_000)}"}`, {}, 400],
    ['{"name":"a\\u0000b","kind":"LLC","jurisdiction":"US"}', {}, 400],
    ['{"name":"a","kind":"LLC","jurisdiction":"US","more":1}', {}, 400],
    ['{"__proto__":{"isAdmin":true},"name":"a","kind":"LLC","jurisdiction":"US"}', {}, 400],
    ['{"constructor":{"prototype":{}},"name":"a","kind":"LLC","jurisdiction":"US"}', {}, 400],
    ['{"name":7,"kind":[],"jurisdiction":{}}', {}, 400],
    ['name=a', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
    ['name=a', { 'content-type': 'text/plain' }, 400],
    [ENTITY, { 'idempotency-key': 'has a space' }, 400],
    [ENTITY, { 'idempotency-key': 'k'.repeat(201) }, 400],
    [ENTITY, { authorization: 'Bearer wrong' }, 401],
    [ENTITY, { authorization: 'Basic YTpi' }, 401],
  ] as const) {
    const answer = await post(CREATE_ENTITY, body, headers)
    equal(answer.status, status, `${body.slice(0, 60)}: ${JSON.stringify(answer.body).slice(0, 300)}`)
    const problem = ProblemJson.parse(answer.body)
    equal(problem.status, status)
    equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8')
    ok(problem.detail.length < 1500)
  }
})

test('hostile text is text: it comes back as it was sent', async () => {
  for (const name of [
    "'; drop table business; --",
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '${7*7}{{7*7}}',
    '‮txt.exe',
    '🦄',
  ]) {
    const { status, body } = await post(
      CREATE_ENTITY,
      JSON.stringify({ name, kind: 'LLC', jurisdiction: 'US-DE' }),
    )
    equal(status, 200)
    equal(Object(body).name, name)
  }
})

test('a query says what is wrong with it by field', async () => {
  const headers = { authorization: `Bearer ${machineKey}` }
  const { status, body } = await send('/api/v1/businesses/list-businesses?limit=ten&stage=flying&more=1', {
    headers,
  })
  equal(status, 400)
  deepEqual(
    ProblemJson.parse(body)
      .errors.map(({ pointer }) => pointer)
      .toSorted(),
    ['', '/limit', '/stage'],
  )
  for (const query of [
    'cursor=x',
    'cursor=W10',
    'limit=0',
    'limit=201',
    'limit=1&limit=2',
    'isArchived=maybe',
    'search=%00',
  ]) {
    const answer = await send(`/api/v1/businesses/list-businesses?${query}`, { headers })
    equal(answer.status, 400, query)
  }
})

test('a path that leads nowhere, and a wrong method, are problems', async () => {
  for (const [path, method] of [
    ['/api/v1/nothing/here', 'GET'],
    ['/api/v1/businesses/list-businesses', 'DELETE'],
    ['/api/v1/businesses/%00', 'GET'],
    ['/api/v1/businesses/%zz', 'GET'],
    ['/assets/../../package.json', 'GET'],
    ['/assets/%2e%2e%2f%2e%2e%2fpackage.json', 'GET'],
  ] as const) {
    const { status, body } = await send(path, { method })
    ok(status === 404 || status === 400, `${method} ${path}: ${status}`)
    ProblemJson.parse(body)
  }
})

test('a browser signs in, works by its cookie, and is out after sign-out', async () => {
  const origin = url
  const signIn = JSON.stringify({ email: OWNER.email, password: OWNER.password })
  const json = { 'content-type': 'application/json', origin }
  const { headers } = await send('/api/v1/identity/sign-in', { method: 'POST', body: signIn, headers: json })
  const set = headers.get('set-cookie') ?? ''
  match(
    set,
    /^iza_access=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+, iza_refresh=[\w.-]+; Path=\/api\/v1\/identity\/renew-session; HttpOnly/,
  )
  const cookie = set.split(';', 1)[0] ?? ''
  equal((await send('/api/v1/identity/get-me', { headers: { cookie } })).status, 200)
  const out = await send('/api/v1/identity/sign-out', {
    method: 'POST',
    body: '{}',
    headers: { ...json, cookie },
  })
  match(out.headers.get('set-cookie') ?? '', /^iza_access=; .*Max-Age=0.*iza_refresh=; .*Max-Age=0/)
  equal((await send('/api/v1/identity/get-me', { headers: { cookie } })).status, 401)
})

test('a page of another origin cannot act by the cookie, nor by any other way', async () => {
  for (const origin of [
    'http://evil.example',
    'null',
    'http://localhost:1',
    `https://localhost:${3000 + portOffset}`,
  ]) {
    const { status, body } = await post(CREATE_ENTITY, ENTITY, { origin })
    deepEqual([status, ProblemJson.parse(body).code], [403, 'door.foreign-origin'])
  }
  const withoutOrigin = { cookie: 'iza_access=x', 'content-type': 'application/json' }
  const { status } = await send(CREATE_ENTITY, { method: 'POST', body: ENTITY, headers: withoutOrigin })
  equal(status, 403)
})

test('a foreign name that resolves to this machine is refused (DNS rebinding)', async () => {
  const { status, text } = await withHost('rebound.example')
  equal(status, 403)
  equal(ProblemJson.parse(JSON.parse(text)).code, 'door.foreign-host')
  equal((await withHost(`127.0.0.1:${3000 + portOffset}`)).status, 200)
})

function withHost(host: string): Promise<{ status: number; text: string }> {
  return sendAsHost(new URL('/api/v1/identity/get-front-door', url), host)
}

test('every reply carries the headers that keep other sites out', async () => {
  for (const path of ['/healthz', '/api/v1/nothing', '/']) {
    const { headers } = await fetch(new URL(path, url))
    match(headers.get('content-security-policy') ?? '', /default-src 'self'.*frame-ancestors 'none'/)
    equal(headers.get('x-content-type-options'), 'nosniff')
    ok(headers.get('x-request-id'))
  }
})

test('the businesses port leads into its room', async () => {
  const response = await fetch(`http://localhost:${4000 + portOffset}/`, { redirect: 'manual' })
  deepEqual([response.status, response.headers.get('location')], [302, '/businesses/overview'])
})
