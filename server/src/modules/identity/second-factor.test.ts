import { deepEqual, equal, notEqual, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { present } from '#kernel/assert.ts'
import { Problem } from '#kernel/problem.ts'
import { codeOf, signUp } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'
import { minutesToWait } from './sign-in-guard.ts'

const { call, invoke, database, machineKey } = await testWay()
await call('identity.found-studio', OWNER)
const look = await database.look()
const person = await signUp(invoke, machineKey, 'operator')

async function codeFor(operation: string, input: unknown, token?: string): Promise<string> {
  return call(operation, input, token).then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )
}

async function challengeOf({ email, password }: { email: string; password: string }): Promise<unknown> {
  return (await call('identity.sign-in', { email, password }))['challenge']
}

async function newSteps(): Promise<void> {
  await look.query('update second_factor set last_step = 0')
  await look.query('update sign_in_guard set failures = 0')
}

test('a code works once', async () => {
  await newSteps()
  const code = codeOf(person.secondFactor)
  equal(await codeFor('identity.finish-sign-in', { challenge: await challengeOf(person), code }), 'done')
  equal(
    await codeFor('identity.finish-sign-in', { challenge: await challengeOf(person), code }),
    'identity.wrong-code',
  )
})

test('a recovery code signs in once, written as people write it', async () => {
  await newSteps()
  const { token } = person
  const { secret } = await call('identity.begin-second-factor', {}, token)
  const { recoveryCodes } = await call(
    'identity.confirm-second-factor',
    { code: codeOf(String(secret)) },
    token,
  )
  const [first = ''] = Array.isArray(recoveryCodes) ? recoveryCodes.map(String) : []
  const code = `${first.slice(0, 5)}-${first.slice(5)}`.toUpperCase()
  equal(await codeFor('identity.finish-sign-in', { challenge: await challengeOf(person), code }), 'done')
  equal(
    await codeFor('identity.finish-sign-in', { challenge: await challengeOf(person), code }),
    'identity.wrong-code',
  )
})

test('an access token is no challenge, and a challenge no access token', async () => {
  const challenge = await challengeOf(person)
  equal(await codeFor('identity.get-me', {}, String(challenge)), 'catalogue.credential-ended')
  const input = { challenge: person.token, code: '123456' }
  equal(await codeFor('identity.finish-sign-in', input), 'identity.challenge-ended')
})

test('after five wrong passwords even the right one must wait, and an unknown address tells nothing else', async () => {
  for (const email of [OWNER.email, 'nobody@example.com']) {
    const wrong = { email, password: 'wrong password' }
    const codes: string[] = []
    for (let attempt = 0; attempt < 6; attempt++) codes.push(await codeFor('identity.sign-in', wrong))
    deepEqual(codes, [
      ...Array.from({ length: 5 }, () => 'identity.wrong-sign-in'),
      'identity.too-many-tries',
    ])
  }
  const right = { email: OWNER.email, password: OWNER.password }
  equal(await codeFor('identity.sign-in', right), 'identity.too-many-tries')
  await look.query(`update sign_in_guard set last_failure_at = now() - interval '2 minutes'`)
  equal(await codeFor('identity.sign-in', right), 'done')
})

test('a hundred tries at once are no way round the count', async () => {
  const { email } = await signUp(invoke, machineKey, 'analyst')
  const wrong = { email, password: 'wrong password' }
  const codes = await Promise.all(Array.from({ length: 100 }, () => codeFor('identity.sign-in', wrong)))
  const looked = codes.filter((code) => code === 'identity.wrong-sign-in').length
  ok(looked <= 5, `${looked} passwords were looked at`)
})

test('the wait doubles, and stays within a quarter of an hour', () => {
  deepEqual([0, 4, 5, 6, 7, 8, 9, 50].map(minutesToWait), [0, 0, 1, 2, 4, 8, 15, 15])
})

test('nothing in the database is a secret that works', async () => {
  const { rows } = await look.query(
    `select row_to_json(f)::text as text from second_factor f union all select row_to_json(s)::text from session s
     union all select row_to_json(l)::text from audit_line l union all select row_to_json(e)::text from event e
     union all select row_to_json(i)::text from idempotency_record i union all select row_to_json(v)::text from invitation v`,
  )
  const all = rows.map(({ text }) => text).join('\n')
  for (const secret of [
    person.secondFactor,
    person.token,
    person.refreshToken,
    person.password,
    OWNER.password,
  ]) {
    equal(all.includes(secret), false)
  }
})

async function renew(refreshToken: string) {
  const credential = { token: undefined, refreshToken, isLocal: true }
  const request = {
    operation: 'identity.renew-session',
    input: {},
    credential,
    door: 'test',
    requestId: randomUUID(),
  } as const
  return invoke(request).then(
    ({ issued }) => ({ code: 'done', tokens: issued?.tokens }),
    (error: unknown) => ({ code: error instanceof Problem ? error.code : String(error), tokens: undefined }),
  )
}

test('a refresh token works once; an old one ends the session and its newest tokens at once', async () => {
  const { refreshToken } = await signUp(invoke, machineKey, 'operator')
  const second = present((await renew(refreshToken)).tokens, 'new tokens')
  notEqual(second.refresh, refreshToken)
  equal((await renew(refreshToken)).code, 'identity.renewed-elsewhere') // two windows in one moment
  equal(await codeFor('businesses.list-businesses', {}, second.access), 'done')
  await look.query(`update session set rotated_at = now() - interval '1 minute'`)
  equal((await renew(refreshToken)).code, 'identity.session-ended')
  equal((await renew(second.refresh)).code, 'identity.session-ended')
  equal(await codeFor('businesses.list-businesses', {}, second.access), 'catalogue.credential-ended')
})

test('a refresh token with a changed rotation or signature opens nothing, and ends nothing', async () => {
  const { refreshToken } = await signUp(invoke, machineKey, 'operator')
  const forged = refreshToken.replace('.0.', '.1.')
  equal((await renew(forged)).code, 'identity.session-ended')
  equal((await renew(`${refreshToken.slice(0, -2)}AA`)).code, 'identity.session-ended')
  equal((await renew(refreshToken)).code, 'done')
})

test('an owner may let analysts do without, and only analysts', async () => {
  const join = async (role: string) => {
    const email = `${role}-${randomUUID()}@example.com`
    const invited = { email, displayName: 'Joined', grants: [{ role, covers: null }] }
    const { token } = await call('identity.invite-person', invited, machineKey)
    const accept = {
      operation: 'identity.accept-invitation',
      input: { token, password: 'correct horse battery' },
    }
    const { issued } = await invoke({
      ...accept,
      credential: { token: undefined, isLocal: true },
      door: 'test',
      requestId: 'x',
    })
    return issued?.tokens?.access
  }
  const [analyst, operator] = [await join('analyst'), await join('operator')]
  equal(await codeFor('businesses.list-businesses', {}, analyst), 'catalogue.second-factor-needed')
  await call('identity.set-sign-in-policy', { mayAnalystsOmitSecondFactor: true }, machineKey)
  equal(await codeFor('businesses.list-businesses', {}, analyst), 'done')
  equal(await codeFor('businesses.list-businesses', {}, operator), 'catalogue.second-factor-needed')
})
