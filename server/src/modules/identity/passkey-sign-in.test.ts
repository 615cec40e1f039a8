import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mock, test } from 'node:test'
import { present } from '#kernel/assert.ts'
import { codeFor, newAuthenticator, passkeySteps } from '#server/test-passkeys.ts'
import { addPerson, addStudio, codeOf, signUp } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { call, invoke, database, machineKey } = await testWay()
const { studio } = await call('identity.found-studio', OWNER)
const look = await database.look()
const { add, answerOf, newcomer, send, signIn, somebody } = passkeySteps({ invoke, machineKey })
const PASSWORD = 'correct horse battery'

test('a passkey signs in by itself, and the session has its second factor', async () => {
  const { authenticator, passkeyId } = await somebody()
  const { output, issued } = await send('identity.finish-passkey-sign-in', await answerOf(authenticator), {})
  deepEqual(output, { next: 'nothing', challenge: null, studio, displayName: 'Signed Up' })
  const { access } = present(issued?.tokens, 'tokens')
  equal(await codeFor(call('businesses.list-businesses', {}, access)), 'done')
  const { items, total } = await call('identity.list-passkeys', {}, access)
  const [only] = Array.isArray(items) ? items : []
  equal(total, 1)
  ok(only.createdAt && only.lastUsedAt)
  deepEqual(
    { ...only, createdAt: '', lastUsedAt: '' },
    {
      id: passkeyId,
      label: 'Phone',
      host: 'localhost',
      deviceType: 'single-device',
      isBackedUp: false,
      isOnlyFactor: false,
      createdAt: '',
      lastUsedAt: '',
    },
  )
})

test('what was answered for another page, another host, within a frame or without the person opens nothing', async () => {
  const { authenticator } = await somebody()
  for (const told of [
    { origin: 'http://localhost:3001' },
    { origin: 'https://localhost' },
    { origin: 'http://evil.example' },
    { host: 'evil.example' },
    { isVerified: false },
    { isFramed: true },
    { challenge: Buffer.from('chosen by me').toString('base64url') },
    { type: 'webauthn.create' },
  ]) {
    await look.query('update sign_in_guard set failures = 0')
    equal(await signIn(authenticator, told), 'identity.wrong-passkey', JSON.stringify(told))
  }
  equal(await signIn(authenticator), 'done')
})

test('a ticket is answered once, and what was spent is swept when it has expired', async () => {
  const { token } = await signUp(invoke, machineKey, 'analyst')
  const authenticator = newAuthenticator({ isSynced: true })
  await add(token, authenticator)
  const { ticket, options } = await call('identity.begin-passkey-sign-in', {})
  // Signed anew each time, and by one that does not count: nothing but the ticket is old.
  const answer = () =>
    codeFor(call('identity.finish-passkey-sign-in', { ticket, ...authenticator.get(options) }))
  deepEqual([await answer(), await answer()], ['done', 'identity.passkey-ticket-ended'])
  await look.query(`update spent_challenge set expires_at = now() - interval '1 second'`)
  equal(await signIn(authenticator), 'done')
  const { rows } = await look.query('select count(*)::int as count from spent_challenge')
  equal(rows[0].count, 1)
})

test('a ticket ends after five minutes', async () => {
  const { authenticator, token } = await somebody()
  mock.timers.enable({ apis: ['Date'], now: Date.now() - 5 * 60_000 - 1000 })
  const late = await answerOf(authenticator)
  const begun = await call('identity.begin-passkey', { currentPassword: PASSWORD }, token)
  mock.timers.reset()
  equal(await codeFor(call('identity.finish-passkey-sign-in', late)), 'identity.passkey-ticket-ended')
  const made = { ticket: begun['ticket'], label: 'Late', ...authenticator.create(begun['options']) }
  equal(await codeFor(call('identity.add-passkey', made, token)), 'identity.passkey-ticket-ended')
})

test('a ticket for one purpose or person is good for no other, and what is not ours is none', async () => {
  const { authenticator, token } = await somebody()
  const other = await signUp(invoke, machineKey, 'analyst')
  const begun = await call('identity.begin-passkey', { currentPassword: PASSWORD }, token)
  const made = { label: 'Mine', ...newAuthenticator().create(begun['options']) }
  const { ticket } = begun
  equal(
    await codeFor(call('identity.add-passkey', { ...made, ticket }, other.token)),
    'identity.passkey-not-accepted',
  )
  const answer = await answerOf(authenticator)
  for (const wrong of [ticket, `${String(answer['ticket']).slice(0, -4)}AAAA`, 'none'])
    equal(
      await codeFor(call('identity.finish-passkey-sign-in', { ...answer, ticket: wrong })),
      'identity.passkey-ticket-ended',
    )
  equal(
    await codeFor(call('identity.add-passkey', { ...made, ticket: answer['ticket'] }, token)),
    'identity.passkey-ticket-ended',
  )
})

test('a passkey of localhost opens nothing at another host, and an address without a name has none', async () => {
  const { authenticator, token } = await somebody()
  const site = { host: 'iza.example.com', origins: ['https://iza.example.com'] }
  const { output } = await send('identity.begin-passkey-sign-in', {}, { site })
  const { options } = await call('identity.begin-passkey-sign-in', {})
  const moved = { ...Object(options), challenge: Object(output['options']).challenge }
  const answer = {
    ticket: output['ticket'],
    ...authenticator.get(moved, { origin: 'https://iza.example.com', host: site.host }),
  }
  equal(await codeFor(send('identity.finish-passkey-sign-in', answer, { site })), 'identity.wrong-passkey')
  // A ticket that was given there, answered here as it should be.
  const here = { ticket: output['ticket'], ...authenticator.get(moved) }
  equal(await codeFor(send('identity.finish-passkey-sign-in', here, {})), 'identity.wrong-passkey')
  const nowhere = { token, site: undefined }
  equal(await codeFor(send('identity.begin-passkey-sign-in', {}, nowhere)), 'identity.no-passkeys-here')
  equal(await codeFor(send('identity.begin-passkey', {}, nowhere)), 'identity.no-passkeys-here')
})

test('a counter that goes backwards is refused, and told in the record', async () => {
  const { authenticator, passkeyId, token } = await somebody()
  equal(await signIn(authenticator, { counter: 7 }), 'done')
  equal(await signIn(authenticator, { counter: 7 }), 'identity.passkey-copied')
  equal(await signIn(authenticator, { counter: 0 }), 'identity.passkey-copied')
  const { actor } = await call('identity.get-me', {}, token)
  const { rows } = await look.query(
    `select outcome, problem_code, audit_line.changes, event.type, audit_line.input from audit_line
     join event on event.audit_line_id = audit_line.id where actor_id = $1 and outcome = 'refused'`,
    [Object(actor).id],
  )
  const input = {
    ticket: '[redacted]',
    credentialId: '[redacted]',
    clientDataJson: '[redacted]',
    authenticatorData: '[redacted]',
    signature: '[redacted]',
    userHandle: '[redacted]',
  }
  const told = {
    outcome: 'refused',
    problem_code: 'identity.passkey-copied',
    changes: [{ subjectId: Object(actor).id, after: { id: passkeyId } }],
    type: 'identity.passkey-copied',
    input,
  }
  deepEqual(rows, [told, told])
  equal(await signIn(authenticator, { counter: 8 }), 'done')
})

test('a passkey that is synced never counts, and is told so', async () => {
  const { token } = await signUp(invoke, machineKey, 'analyst')
  const authenticator = newAuthenticator({ isSynced: true })
  const { deviceType, isBackedUp } = await add(token, authenticator)
  deepEqual([deviceType, isBackedUp], ['multi-device', true])
  deepEqual([await signIn(authenticator), await signIn(authenticator)], ['done', 'done'])
})

test('a passkey is a second factor: it opens the rooms, and a stolen password then opens nothing', async () => {
  const { email, token } = await newcomer()
  equal(await codeFor(call('businesses.list-businesses', {}, token)), 'catalogue.second-factor-needed')
  const stolen = await send('identity.sign-in', { email, password: PASSWORD }, {})
  const early = present(stolen.issued?.tokens, 'tokens before there is a factor').access
  const { secret } = await call('identity.begin-second-factor', {}, early)
  const authenticator = newAuthenticator()
  const { id: passkeyId } = await add(token, authenticator)
  equal(await codeFor(call('businesses.list-businesses', {}, token)), 'done')

  const { output, issued } = await send('identity.sign-in', { email, password: PASSWORD }, {})
  deepEqual(output, { next: 'passkey', challenge: null, studio: null, displayName: null })
  equal(issued, undefined)
  // Nor does a session that was begun before, and owes its factor.
  for (const [operation, input] of [
    ['identity.begin-second-factor', {}],
    ['identity.confirm-second-factor', { code: codeOf(String(secret)) }],
    ['identity.begin-passkey', { currentPassword: PASSWORD }],
    ['identity.remove-passkey', { passkeyId }],
    ['identity.rename-passkey', { passkeyId, label: 'Mine now' }],
  ] as const)
    equal(await codeFor(call(operation, input, early)), 'identity.second-factor-first', operation)
  equal(await signIn(authenticator), 'done')
})

test('wrong answers are counted, and are told alike for passkeys that nobody has', async () => {
  const { authenticator } = await somebody()
  const known = await answerOf(authenticator)
  for (const credentialId of [known['credentialId'], Buffer.from(randomUUID()).toString('base64url')]) {
    const wrong = { ...known, credentialId, signature: 'AAAA' }
    const codes: string[] = []
    for (let attempt = 0; attempt < 6; attempt++)
      codes.push(await codeFor(call('identity.finish-passkey-sign-in', wrong)))
    deepEqual(codes, [
      ...Array.from({ length: 5 }, () => 'identity.wrong-passkey'),
      'identity.too-many-tries',
    ])
  }
  await look.query('update sign_in_guard set failures = 0')
})

test('a person of another studio signs in to theirs, and sees nothing of ours', async () => {
  const studioId = await addStudio(database.app)
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'owner', covers: null }] })
  const authenticator = newAuthenticator()
  await add(token, authenticator)
  const { output, issued } = await send('identity.finish-passkey-sign-in', await answerOf(authenticator), {})
  deepEqual(output['studio'], { id: studioId, name: 'Another Studio' })
  const { total } = await call('identity.list-passkeys', {}, issued?.tokens?.access)
  equal(total, 1)
})
