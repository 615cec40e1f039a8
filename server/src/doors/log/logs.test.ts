import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { atEnd } from '#server/database/at-end.ts'
import { askGraphql, mcpClient } from '#server/test-doors.ts'
import { OWNER, testSystem } from '#server/test-system.ts'
import { run } from '../../../../cli/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'iza-logs-'))
atEnd(async () => rmSync(folder, { recursive: true, force: true }))
const system = await testSystem({ isFounded: true, logFile: join(folder, 'iza.log') })
const { url, machineKey, database } = system
const records = await database.look()

/** What must be in no log: each is sent somewhere below. */
const SECRETS: string[] = [machineKey, OWNER.password, OWNER.email]

function secret(name: string): string {
  const made = `${name}-${randomBytes(9).toString('hex')}`
  SECRETS.push(made)
  return made
}

async function send(
  path: string,
  given: { token?: string; body?: unknown; headers?: Record<string, string> },
) {
  const { token, body, headers } = given
  const response = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: response.status, text: await response.text() }
}

function lines(): Record<string, unknown>[] {
  return allText()
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Object(JSON.parse(line)))
}

function allText(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('')
}

test('an invocation leaves one line: what, by which door, what came of it, how long, who', async () => {
  const requestId = randomUUID()
  await send('/api/v1/businesses/list-businesses', {
    token: machineKey,
    headers: { 'x-request-id': requestId },
  })
  const found = lines().filter(({ reqId }) => reqId === requestId)
  equal(found.length, 1)
  const { time: _time, ms, studioId, ...line } = found[0] ?? {}
  deepEqual(line, {
    level: 30,
    reqId: requestId,
    operation: 'businesses.list-businesses',
    door: 'rest',
    outcome: 'done',
    actorKind: 'machine',
    actorId: 'machine',
    msg: 'invocation',
  })
  ok(typeof ms === 'number' && typeof studioId === 'string')
})

test('secrets go through every door, and none is in the log', async () => {
  const before = lines().length
  const { email } = OWNER
  await send('/api/v1/identity/sign-in', { body: { email, password: secret('password') } })
  await send('/api/v1/identity/sign-in', { body: { email, password: OWNER.password } })
  await send('/api/v1/identity/sign-in', { body: `{"email": "${email}", "password": ${secret('unquoted')}}` })
  await send(`/api/v1/businesses/list-businesses?search=${secret('search')}`, { token: machineKey })
  await send(`/api/v1/businesses/get-business?businessId=${secret('query')}`, { token: machineKey })
  await send(`/${secret('path')}`, { headers: { cookie: `iza_access=${secret('cookie')}` } })
  await send('/api/v1/identity/get-me', {
    token: secret('bearer'),
    headers: { 'x-api-key': secret('header') },
  })
  const reqId = secret('iza_key_').replace('_-', '_') // a token in the place of a request id
  SECRETS.push(reqId)
  await send('/api/v1/identity/get-me', { token: machineKey, headers: { 'x-request-id': reqId } })
  const made = await send('/api/v1/identity/create-api-key', {
    token: machineKey,
    body: { name: secret('name'), grants: [{ role: 'analyst' }] },
  })
  const key = /iza_key_[\w-]+/.exec(made.text)?.[0] ?? ''
  ok(key.length > 40, made.text)
  SECRETS.push(key)
  const mutation = `mutation { identitySignIn(email: "${email}", password: "${secret('graphql')}") { __typename } }`
  await askGraphql({ url, token: key }, mutation)
  await askGraphql({ url, token: key }, `{ ${secret('field').replaceAll('-', '_')} }`)
  const agent = await mcpClient({ url, token: key })
  await agent.call('businesses_list-businesses', { search: secret('mcp') }).catch(() => {})
  const env = { IZA_URL: url, IZA_API_KEY: key }
  const quiet = { env, out: () => {}, err: () => {} }
  await run(['businesses', 'list-businesses', '--search', secret('cli')], quiet)
  await send('/api/v1/live?after=' + secret('after'), { token: secret('live') })
  const text = allText()
  ok(lines().length > before + 8)
  deepEqual(
    SECRETS.filter((one) => text.includes(one)),
    [],
  )
})

test('a bug is told with its place and request id, and without the values that the database quotes', async () => {
  const [name, jurisdiction] = [secret('Quoted'), 'US-DE']
  // As a mistake in a migration would: the statement fails, and its message quotes the row.
  await records.query(`create function a_mistake() returns trigger language plpgsql as $$
    begin raise exception 'of no use: %', new using constraint = 'a_mistake'; end $$`)
  await records.query(
    'create trigger a_mistake before insert on entity for each row execute function a_mistake()',
  )
  const requestId = randomUUID()
  const { status, text } = await send('/api/v1/entities/create-entity', {
    token: machineKey,
    body: { name, kind: 'LLC', jurisdiction },
    headers: { 'x-request-id': requestId },
  })
  await records.query('drop trigger a_mistake on entity')
  equal(status, 500, text)
  const [error, invocation] = lines()
    .filter(({ reqId }) => reqId === requestId)
    .toSorted((a, b) => Number(b['level']) - Number(a['level']))
  const err = Object(error?.['err'])
  deepEqual(
    [error?.['level'], err.type, err.constraint, err.code],
    [50, 'DatabaseError', 'a_mistake', 'P0001'],
  )
  match(err.stack, /write-group\.ts/)
  deepEqual([invocation?.['outcome'], invocation?.['code']], ['failed', 'server.something-broke'])
  const log = allText()
  deepEqual(
    SECRETS.filter((one) => log.includes(one)),
    [],
  )
})
