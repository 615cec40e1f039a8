import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { present } from '#kernel/assert.ts'
import { idFrom } from '#kernel/ids.ts'
import { createWay } from '#server/system.ts'
import { mcpClient } from '#server/test-doors.ts'
import { sendAsHost } from '#server/test-host.ts'
import { addPerson } from '#server/test-people.ts'
import { caller, testSystem } from '#server/test-system.ts'
import { LISTED_TOOLS_MAX, listed } from './mcp-door.ts'
import { META_TOOLS } from './meta-tools.ts'
import { operationTools } from './operation-tools.ts'

const { url, machineKey: token, database, settings } = await testSystem({ isFounded: true })
const way = createWay(database.app, settings)
const call = caller(way.invoke)
const look = await database.look()
const me = await call('identity.get-me', {}, token)
const studioId = idFrom('studio', Object(me['studio']).id)
/** Past forty operations a list has only the four, unless all are asked for. */
const query = '?tools=all'
const owner = await mcpClient({ url, token, query })
const META = META_TOOLS.map(({ name }) => name)

async function businesses(): Promise<number> {
  const { rows } = await look.query('select count(*)::int as count from business')
  return rows[0].count
}

async function entity(name = `Entity ${randomUUID()}`): Promise<string> {
  return String(
    (await call('entities.create-entity', { name, kind: 'LLC', jurisdiction: 'US' }, token))['id'],
  )
}

function post(body: string, headers: Record<string, string> = {}): Promise<Response> {
  const standard = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    authorization: `Bearer ${token}`,
  }
  return fetch(new URL(`/mcp${query}`, url), { method: 'POST', body, headers: { ...standard, ...headers } })
}

const LIST = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} })

test('both eras of the protocol see the same tools and get the same answers', async () => {
  const older = await mcpClient({ url, token, query, era: '2025' })
  match(older.client.getNegotiatedProtocolVersion() ?? '', /^2025-/)
  equal(owner.client.getNegotiatedProtocolVersion(), '2026-07-28')
  deepEqual(await older.tools(), await owner.tools())
  const answers = await Promise.all([older, owner].map(({ call: ask }) => ask('identity_get_me')))
  deepEqual(answers[0]?.output, me)
  deepEqual(answers[0]?.output, answers[1]?.output)
})

test('an older message is answered as JSON, and in any process: there is no session', async () => {
  const response = await post(LIST)
  match(response.headers.get('content-type') ?? '', /^application\/json/)
  equal(response.headers.get('mcp-session-id'), null)
  equal(Object(await response.json()).result.tools.length, (await owner.tools()).length)
})

test('a tool says what it does: title, schemas, and whether it reads or could destroy', async () => {
  const all = await mcpClient({ url, token, query: '?tools=all' })
  const tools = new Map((await all.tools()).map((tool) => [tool.name, tool]))
  deepEqual([...tools.keys()], [...META, ...[...tools.keys()].slice(4).toSorted()])
  const list = present(tools.get('businesses_list_businesses'), 'list')
  deepEqual(list.annotations, {
    title: 'List businesses',
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  })
  ok(list.outputSchema && 'fields' in (list.inputSchema.properties ?? {}))
  const create = present(tools.get('businesses_create_business'), 'create')
  equal(create.annotations?.readOnlyHint, false)
  ok(['idempotencyKey', 'dryRun'].every((name) => name in (create.inputSchema.properties ?? {})))
  ok(
    ![...tools.keys()].some((name) =>
      /identity_sign_in|found_studio|accept_invitation|renew_session/.test(name),
    ),
  )
})

/** Writes about what is one's own, which everybody may do. */
const verbsOf = (module: string, verbs: string) => verbs.split(' ').map((verb) => `${module}_${verb}`)
const OWN_AFFAIRS = [
  'approvals_withdraw_approval',
  ...verbsOf('identity', 'add_passkey begin_passkey begin_second_factor change_password'),
  ...verbsOf('identity', 'confirm_second_factor remove_passkey rename_passkey revoke_session'),
  ...verbsOf('identity', 'sign_out update_preferences'),
  ...verbsOf('notifications', 'mark_read mark_unread remove_own_webhook set_choices set_own_webhook'),
  ...verbsOf('notifications', 'try_own_webhook'),
  ...verbsOf('views', 'create_view delete_view restore_view update_view'),
]

test('tools are filtered by what the caller may do, and a call of another is refused and recorded', async () => {
  const { token: theirs, personId } = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'analyst', covers: null }],
  })
  const analyst = await mcpClient({ url, token: theirs, query })
  deepEqual(
    (await analyst.tools()).filter(({ annotations }) => !annotations?.readOnlyHint).map(({ name }) => name),
    ['call_write', ...OWN_AFFAIRS],
  )
  const { output } = await analyst.call('search', { query: 'create business' })
  ok(!JSON.stringify(output).includes('businesses.create-business'))
  for (const [name, input] of [
    ['businesses_create_business', { name: 'No', entityId: await entity() }],
    [
      'call_write',
      { operation: 'businesses.create-business', input: { name: 'No', entityId: await entity() } },
    ],
  ] as const) {
    const refused = await analyst.call(name, input)
    deepEqual([refused.isError, refused.code], [true, 'catalogue.permission-missing'])
    match(refused.content[0]?.text ?? '', /Ada Lovelace can grant it/)
  }
  const { rows } = await look.query(
    "select door, outcome from audit_line where actor_id = $1 and outcome = 'refused'",
    [personId],
  )
  deepEqual(rows, [
    { door: 'mcp', outcome: 'refused' },
    { door: 'mcp', outcome: 'refused' },
  ])
})

test('a grant on one entity shows only that, and each result says for whom and how far', async () => {
  const [mine, other] = [await entity(), await entity()]
  const own = await call('businesses.create-business', { name: 'Own', entityId: mine }, token)
  const foreign = await call('businesses.create-business', { name: 'Foreign', entityId: other }, token)
  const { token: theirs, personId } = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'operator', covers: mine }],
  })
  const operator = await mcpClient({ url, token: theirs })
  const list = await operator.call('businesses_list_businesses')
  deepEqual(Object(list.output['items']), [{ ...own, health: null }])
  const denied = await operator.call('businesses_get_business', { businessId: foreign['id'] })
  equal(denied.code, 'catalogue.not-found')
  const scope = {
    studio: studioId,
    actor: { kind: 'person', id: personId, name: 'Test Person' },
    roles: [{ role: 'operator', covers: mine }],
  }
  deepEqual([list.meta['iza/scope'], denied.meta['iza/scope']], [scope, scope])
  // What a grant on one entity cannot do at all is not offered: entities are the whole studio's.
  ok(!(await operator.tools()).some(({ name }) => name === 'entities_create_entity'))
})

test('a sign-out closes the door at once', async () => {
  const { token: theirs } = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'analyst', covers: null }],
  })
  const headers = { authorization: `Bearer ${theirs}` }
  equal((await post(LIST, headers)).status, 200)
  await call('identity.sign-out', {}, theirs)
  equal((await post(LIST, headers)).status, 401)
})

test('any operation is found, described and called by four tools, and a read stays a read', async () => {
  const found = await owner.call('search', { query: 'adding businesses' })
  equal(Object(found.output['operations'])[0].operation, 'businesses.create-business')
  const described = await owner.call('describe', {
    operations: ['businesses.create-business', 'businesses_list_businesses'],
  })
  const [create, list] = Object(described.output['operations'])
  deepEqual([create.callWith, list.callWith], ['call_write', 'call_read'])
  ok(create.inputSchema.required.includes('entityId') && described.chars <= 32_000)

  const input = { name: 'By meta-tool', entityId: await entity() }
  const before = await businesses()
  equal(
    (await owner.call('call_read', { operation: 'businesses.create-business', input })).code,
    'mcp.not-a-read',
  )
  equal((await owner.call('call_write', { operation: 'businesses.list-businesses' })).code, 'mcp.not-a-write')
  equal((await owner.call('call_read', { operation: 'identity.sign-in' })).code, 'mcp.unknown-tool')
  const write = { operation: 'businesses.create-business', input, idempotencyKey: randomUUID() }
  const tried = await owner.call('call_write', { ...write, dryRun: true })
  deepEqual([tried.meta['iza/dryRun'], await businesses()], [true, before])
  const done = await owner.call('call_write', write)
  const again = await owner.call('call_write', write)
  deepEqual([again.output, again.meta['iza/replayed'], await businesses()], [done.output, true, before + 1])
  const read = await owner.call('call_read', {
    operation: 'businesses.get-business',
    input: { businessId: done.output['id'] },
    fields: ['name', 'entity.id'],
  })
  deepEqual(read.output, { name: 'By meta-tool', entity: { id: input.entityId } })
})

test('past forty tools only the four are listed, unless all are asked for', async () => {
  const reach = await way.reachOf({ token, isLocal: true })
  const tools = operationTools(way.catalogue).filter(({ operation }) => reach.permits(operation))
  const many = Array.from({ length: LISTED_TOOLS_MAX + 1 }, (_nothing, at) =>
    present(tools[at % tools.length], 'a tool'),
  )
  deepEqual(
    listed(many, reach, false).map(({ name }) => name),
    META,
  )
  equal(listed(many, reach, true).length, META.length + many.length)
  equal(listed(many.slice(1), reach, false).length, META.length + LISTED_TOOLS_MAX)
  equal((await owner.tools()).length, META.length + tools.length)
})

test('input that cannot be used is a problem that the agent can act on', async () => {
  const entityId = await entity()
  for (const [name, input, code] of [
    ['businesses_create_business', { name: 'a\0b', entityId }, 'catalogue.invalid-input'],
    ['businesses_create_business', { name: 'x', entityId, more: 1 }, 'catalogue.invalid-input'],
    [
      'businesses_create_business',
      { name: 'x', entityId, ['k'.repeat(100_000)]: 1 },
      'catalogue.invalid-input',
    ],
    ['businesses_create_business', { name: 7, entityId: [] }, 'catalogue.invalid-input'],
    ['businesses_create_business', { name: 'x', entityId, dryRun: 'yes' }, 'catalogue.invalid-input'],
    [
      'businesses_create_business',
      { name: 'x', entityId, idempotencyKey: 'a b' },
      'door.bad-idempotency-key',
    ],
    ['businesses_list_businesses', { fields: ['password'] }, 'mcp.unknown-field'],
    ['businesses_list_businesses', { fields: 'name' }, 'catalogue.invalid-input'],
    ['businesses_list_businesses', { cursor: 'x' }, 'catalogue.invalid-cursor'],
    ['search', {}, 'catalogue.invalid-input'],
    ['describe', { operations: ['nothing.at-all'] }, 'mcp.unknown-tool'],
    ['call_read', { operation: '__proto__' }, 'mcp.unknown-tool'],
    ['constructor', {}, 'mcp.unknown-tool'],
  ] as const) {
    const { isError, code: got, chars, meta } = await owner.call(name, input)
    deepEqual([isError, got], [true, code], JSON.stringify(input).slice(0, 100))
    ok(chars < 10_000 && meta['iza/scope'].studio === studioId)
  }
})

test('who has no key, comes from another page or by a foreign name, stays outside', async () => {
  const none = await post(LIST, { authorization: '' })
  deepEqual(
    [none.status, none.headers.get('www-authenticate')],
    [401, 'Bearer realm="IZA OS", error="invalid_token"'],
  )
  const bare = await fetch(new URL('/mcp', url), {
    method: 'POST',
    body: LIST,
    headers: { 'content-type': 'application/json' },
  })
  deepEqual([bare.status, bare.headers.get('www-authenticate')], [401, 'Bearer realm="IZA OS"'])
  const { token: session } = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'owner', covers: null }],
  })
  equal((await post(LIST, { authorization: '', cookie: `iza_access=${session}`, origin: url })).status, 401)
  for (const origin of ['http://evil.example', 'null', 'http://localhost:1']) {
    const response = await post(LIST, { origin })
    deepEqual([response.status, Object(await response.json()).code], [403, 'door.foreign-origin'])
  }
  equal(await statusByHost('rebound.example'), 403)
  await rejects(mcpClient({ url, token: 'wrong' }))
})

test('what is no message is refused without a 5xx', async () => {
  for (const [body, headers] of [
    ['{"jsonrpc":', {}],
    ['null', {}],
    ['{}', {}],
    ['"text"', {}],
    [JSON.stringify(Array.from({ length: 21 }, () => JSON.parse(LIST))), {}],
    [
      JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'search', arguments: { query: 'x'.repeat(1_100_000) } },
      }),
      {},
    ],
    [LIST, { 'content-type': 'text/plain' }],
    [LIST, { accept: 'text/html' }],
    [LIST, { 'mcp-protocol-version': '1999-01-01' }],
  ] as const) {
    const { status } = await post(body, headers)
    ok(status >= 400 && status < 500, `${status} for ${body.slice(0, 60)}`)
  }
  for (const method of ['GET', 'DELETE']) equal((await fetch(new URL('/mcp', url), { method })).status, 405)
})

async function statusByHost(host: string): Promise<number> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  return (await sendAsHost(new URL('/mcp', url), host, { method: 'POST', headers, body: LIST })).status
}
