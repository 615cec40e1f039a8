import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { codeFor, newAuthenticator, passkeySteps } from '#server/test-passkeys.ts'
import { signUp } from '#server/test-people.ts'
import { OWNER, SITE, testWay } from '#server/test-system.ts'

const { call, invoke, database, machineKey } = await testWay()
await call('identity.found-studio', OWNER)
const look = await database.look()
const { add, newcomer, send, signIn, somebody } = passkeySteps({ invoke, machineKey })
const PASSWORD = 'correct horse battery'

test('what was made for another page, or without the person, is not kept', async () => {
  const { token } = await signUp(invoke, machineKey, 'analyst')
  const authenticator = newAuthenticator()
  const certificate = new Map([['x5c', [new Uint8Array(10)]]])
  for (const told of [
    { origin: 'http://evil.example' },
    { host: 'evil.example' },
    { isVerified: false },
    { isFramed: true },
    { type: 'webauthn.get' },
    { attestation: { fmt: 'packed', attStmt: certificate } },
    { attestation: { fmt: 'tpm', attStmt: new Map() } },
  ])
    equal(
      await codeFor(add(token, authenticator, told)),
      'identity.passkey-not-accepted',
      JSON.stringify(told),
    )
  equal((await call('identity.list-passkeys', {}, token))['total'], 0)
})

test('one that was removed opens nothing, and one of another person is not found', async () => {
  const { authenticator, passkeyId, token } = await somebody()
  const other = await signUp(invoke, machineKey, 'owner')
  for (const [operation, more] of [
    ['identity.remove-passkey', {}],
    ['identity.rename-passkey', { label: 'Mine now' }],
  ] as const)
    equal(await codeFor(call(operation, { passkeyId, ...more }, other.token)), 'identity.passkey-not-found')
  await call('identity.remove-passkey', { passkeyId }, token)
  equal(await signIn(authenticator), 'identity.wrong-passkey')
  equal(await codeFor(call('identity.remove-passkey', { passkeyId }, token)), 'identity.passkey-not-found')
})

test('the only second factor is not removable, and of many that go at once one is left', async () => {
  const { token } = await newcomer()
  const first = await add(token, newAuthenticator())
  equal(first['isOnlyFactor'], true)
  equal(
    await codeFor(call('identity.remove-passkey', { passkeyId: first['id'] }, token)),
    'identity.only-factor',
  )
  const second = await add(token, newAuthenticator())
  equal(second['isOnlyFactor'], false)
  const all = [first, second]
  while (all.length < 10) all.push(await add(token, newAuthenticator()))
  const codes = await Promise.all(
    all.map(({ id }) => codeFor(call('identity.remove-passkey', { passkeyId: id }, token))),
  )
  deepEqual(codes.toSorted(), [...Array.from({ length: 9 }, () => 'done'), 'identity.only-factor'])
})

test('whoever adds one gives the password, or has just signed in', async () => {
  const { token } = await signUp(invoke, machineKey, 'analyst')
  equal(await codeFor(call('identity.begin-passkey', {}, token)), 'done')
  await look.query(`update session set created_at = now() - interval '11 minutes'`)
  equal(await codeFor(call('identity.begin-passkey', {}, token)), 'identity.password-needed')
  const wrong = { currentPassword: 'wrong password' }
  const codes: string[] = []
  for (let attempt = 0; attempt < 6; attempt++)
    codes.push(await codeFor(call('identity.begin-passkey', wrong, token)))
  deepEqual(codes, [...Array.from({ length: 5 }, () => 'identity.wrong-sign-in'), 'identity.too-many-tries'])
})

test('twenty are kept, one is not kept twice, and an authenticator is told what it holds', async () => {
  const { token } = await signUp(invoke, machineKey, 'analyst')
  const authenticator = newAuthenticator()
  const { ticket, options } = await call('identity.begin-passkey', { currentPassword: PASSWORD }, token)
  const made = { ticket, label: 'Phone', ...authenticator.create(options) }
  equal(await codeFor(call('identity.add-passkey', made, token)), 'done')
  equal(await codeFor(call('identity.add-passkey', made, token)), 'identity.passkey-taken')
  const again = await call('identity.begin-passkey', { currentPassword: PASSWORD }, token)
  deepEqual(Object(again['options']).excludeCredentials, [
    { id: Object(made).credentialId, type: 'public-key', transports: ['internal'] },
  ])
  for (let more = 2; more <= 20; more++) await add(token, authenticator)
  equal(await codeFor(add(token, authenticator)), 'identity.too-many-passkeys')
  const page = await call('identity.list-passkeys', { limit: 15 }, token)
  const rest = await call('identity.list-passkeys', { limit: 15, cursor: page['nextCursor'] }, token)
  deepEqual(
    [page, rest].map(({ items, total }) => [Array.isArray(items) && items.length, total]),
    [
      [15, 20],
      [5, 20],
    ],
  )
})

test('resetting the second factor removes passkeys, and who left the studio has no way in', async () => {
  const reset = await somebody()
  const { actor } = await call('identity.get-me', {}, reset.token)
  await call('identity.reset-second-factor', { personId: Object(actor).id }, machineKey)
  equal(await signIn(reset.authenticator), 'identity.wrong-passkey')
  const { output } = await send('identity.sign-in', { email: reset.email, password: PASSWORD }, {})
  equal(output['next'], 'set-up-second-factor')

  const leaving = await somebody()
  const { actor: left } = await call('identity.get-me', {}, leaving.token)
  await call('identity.end-membership', { personId: Object(left).id }, machineKey)
  equal(await signIn(leaving.authenticator), 'identity.wrong-passkey')
})

test('software has no passkeys', async () => {
  const grants = [{ role: 'admin', covers: null }]
  const { token } = await call('identity.create-api-key', { name: 'Software', grants }, machineKey)
  for (const key of [String(token), machineKey])
    for (const [operation, input] of [
      ['identity.begin-passkey', {}],
      ['identity.list-passkeys', {}],
    ] as const)
      equal(await codeFor(call(operation, input, key)), 'identity.people-only')
})

test('a demonstration asks for none, and keeps none', async () => {
  const demo = await testWay()
  await demo.call('demo.found-studio', {})
  const { issued } = await demo.invoke({
    operation: 'identity.enter-demo',
    input: {},
    credential: { token: undefined, isLocal: true, site: SITE },
    door: 'test',
    requestId: randomUUID(),
  })
  const token = issued?.tokens?.access
  equal(await codeFor(demo.call('identity.begin-passkey', {}, token)), 'identity.no-passkeys-in-demo')
  equal((await demo.call('identity.list-passkeys', {}, token))['total'], 0)
})

test('a passkey that somebody knows the id of is hidden by the database from everybody else', async () => {
  const { passkeyId } = await somebody()
  const other = await signUp(invoke, machineKey, 'owner')
  const { actor, studio: here } = await call('identity.get-me', {}, other.token)
  const seen = await database.app.read(
    { studioId: Object(here).id, personId: Object(actor).id, coverage: '*' },
    (tx) => tx.prepared('select id from passkey where id = $1', [passkeyId]),
  )
  deepEqual(seen, [])
})

test('what would add a passkey is kept nowhere in the clear', async () => {
  const { token } = await signUp(invoke, machineKey, 'owner')
  const { output } = await invoke({
    operation: 'identity.begin-passkey',
    input: { currentPassword: PASSWORD },
    credential: { token, isLocal: true, site: SITE },
    door: 'test',
    requestId: randomUUID(),
    idempotencyKey: randomUUID(),
  })
  const { rows } = await look.query(
    `select result::text as text from idempotency_record where operation = 'identity.begin-passkey'
     union all select row_to_json(l)::text from audit_line l union all select row_to_json(e)::text from event e`,
  )
  const all = rows.map(({ text }) => text).join('\n')
  ok(rows.length > 2)
  for (const secret of [output['ticket'], Object(output['options']).challenge, PASSWORD])
    equal(all.includes(String(secret)), false)
})
