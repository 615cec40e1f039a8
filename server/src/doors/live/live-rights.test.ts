import { deepEqual, equal, ok } from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { atEnd } from '#server/database/at-end.ts'
import { createWay } from '#server/system.ts'
import { allFinal, openLive, type LiveEvent } from '#server/test-live.ts'
import { addPerson, addStudio, signUp, type TestGrant } from '#server/test-people.ts'
import { caller, testSystem } from '#server/test-system.ts'

const system = await testSystem({ isFounded: true })
const { url, machineKey, database, settings } = system
const { invoke } = createWay(database.app, settings)
const call = caller(invoke)
const look = await database.look()
const me = await call('identity.get-me', {}, machineKey)
const studioId = idFrom('studio', Object(me['studio']).id)

const person = (role: TestGrant['role'], covers: string | null = null) =>
  addPerson(database.app, { studioId, grants: [{ role, covers }] })
const isReady = ({ event }: LiveEvent) => event === 'ready'
const isClosed = ({ event }: LiveEvent) => event === 'closed'
const about = (id: string) => (event: LiveEvent) => event.data.subjectId === id

/** From here on: what was done before is final, and is not told any more. */
async function listen(token: string, after?: string) {
  await allFinal(look)
  const stream = await openLive({ url, token, ...(after !== undefined && { after }) })
  await stream.until(isReady)
  return stream
}

async function make(operation: string, input: object): Promise<string> {
  return String((await call(operation, input, machineKey))['id'])
}

const entity = (name: string) => make('entities.create-entity', { name, kind: 'LLC', jurisdiction: 'US-DE' })
const [ours, theirs] = [await entity('Ours LLC'), await entity('Theirs LLC')]
const business = (name: string, entityId: string) => make('businesses.create-business', { name, entityId })

test('a narrow grant is told of what it covers and of nothing else, live and when it comes back', async () => {
  const narrow = await person('operator', ours)
  const stream = await listen(narrow.token)
  const { id: beginning } = await stream.until(isReady)
  await business('Hidden', theirs)
  await make('businesses.create-category', { name: 'Of the studio' })
  const shown = await business('Shown', ours)
  await stream.until(about(shown))
  const back = await listen(narrow.token, beginning)
  for (const { events } of [stream, back]) {
    deepEqual(
      events.flatMap(({ data }) => data.subjectId ?? []),
      [shown],
    )
  }
  stream.close()
  back.close()
})

test('events are seen with their own permission: an analyst is not told who signs in', async () => {
  const analyst = await listen((await person('analyst')).token)
  const owner = await listen(machineKey)
  const { personId } = await person('analyst')
  await call(
    'identity.set-person-grants',
    { personId, grants: [{ role: 'operator', covers: null }] },
    machineKey,
  )
  await owner.until(about(personId))
  const id = await make('businesses.create-category', { name: 'For all' })
  await analyst.until(about(id))
  ok(!analyst.events.some(({ event }) => event.startsWith('identity.')))
  analyst.close()
  owner.close()
})

test('grants of two kinds are told together, in order', async () => {
  const { token, personId } = await person({ permissions: ['identity.read-people', 'identity.use-own'] })
  await call(
    'identity.set-person-grants',
    {
      personId,
      grants: [
        { role: 'operator', covers: ours },
        { role: await make('identity.create-role', ROLE), covers: null },
      ],
    },
    machineKey,
  )
  const stream = await listen(token)
  const { id: beginning } = await stream.until(isReady)
  const expected: string[] = []
  for (const number of [1, 2, 3]) {
    expected.push(await business(`Between ${number}`, ours))
    await business(`Hidden between ${number}`, theirs)
    expected.push(await make('identity.create-role', { ...ROLE, name: `Between ${number}` }))
  }
  const back = await listen(token, beginning)
  await Promise.all([stream, back].map((one) => one.until(about(expected.at(-1) ?? ''))))
  for (const { events } of [stream, back]) {
    deepEqual(
      events.flatMap(({ data }) => data.subjectId ?? []),
      expected,
    )
  }
  stream.close()
  back.close()
})

const ROLE = { name: 'Reads people', permissions: ['identity.read-people'] }

test('another studio hears nothing of this one', async () => {
  const grants = [{ role: 'owner' as const, covers: null }]
  const { token } = await addPerson(database.app, { studioId: await addStudio(database.app), grants })
  const stream = await openLive({ url, token })
  await stream.until(isReady)
  const owner = await listen(machineKey)
  await owner.until(about(await make('businesses.create-category', { name: 'Not theirs' })))
  const back = await listen(token, '1-0')
  for (const { events } of [stream, back]) ok(events.every(isReady), JSON.stringify(events))
  for (const one of [stream, owner, back]) one.close()
})

test('a revocation closes an open stream: session, membership, key, second factor', async () => {
  const signedOut = await signUp(invoke, machineKey, 'owner')
  const { token: left, personId } = await person('owner')
  const reset = await person('owner')
  const { token: key, apiKey } = await call(
    'identity.create-api-key',
    { name: 'Ends', grants: [{ role: 'owner', covers: null }] },
    machineKey,
  )
  const stays = await listen((await person('analyst')).token)
  const ends: [string, () => Promise<unknown>][] = [
    [signedOut.token, () => call('identity.sign-out', {}, signedOut.token)],
    [left, () => call('identity.end-membership', { personId }, machineKey)],
    [String(key), () => call('identity.revoke-api-key', { apiKeyId: Object(apiKey).id }, machineKey)],
    [reset.token, () => call('identity.reset-second-factor', { personId: reset.personId }, machineKey)],
  ]
  for (const [token, end] of ends) {
    const stream = await listen(token)
    await end()
    const { data } = await stream.until(isClosed)
    ok(['catalogue.credential-ended', 'catalogue.second-factor-needed'].includes(data.code ?? ''), data.code)
    await stream.ended
  }
  await stays.until(about(await make('businesses.create-category', { name: 'Still here' })))
  stays.close()
})

test('a refresh token used twice ends its session, and the stream with it, though no event tells of that', async () => {
  const { token, refreshToken } = await signUp(invoke, machineKey, 'operator')
  const renew = () =>
    invoke({
      operation: 'identity.renew-session',
      input: {},
      credential: { token: undefined, refreshToken, isLocal: true },
      door: 'test',
      requestId: 'renew',
    })
  await renew()
  await look.query(`update session set rotated_at = now() - interval '1 minute'`)
  const stream = await listen(token)
  await renew().catch(() => {})
  await stream.until(isClosed)
})

test('narrowed grants act on an open stream, before anything is told under the old ones', async () => {
  const { token, personId } = await person('operator')
  const stream = await listen(token)
  const seen = await business('Before', theirs)
  await stream.until(about(seen))
  await call(
    'identity.set-person-grants',
    { personId, grants: [{ role: 'operator', covers: ours }] },
    machineKey,
  )
  await business('After, elsewhere', theirs)
  const shown = await business('After, within', ours)
  await stream.until(about(shown))
  deepEqual(
    stream.events.map(({ event, data }) => data.subjectId ?? event),
    ['ready', seen, 'gap', shown],
  )
  stream.close()
})

test('the end of a key in time closes its stream', async () => {
  const { token, apiKey } = await call(
    'identity.create-api-key',
    { name: 'Short', grants: [{ role: 'analyst', covers: null }] },
    machineKey,
  )
  await look.query(`update api_key set expires_at = now() + interval '2 seconds' where id = $1`, [
    Object(apiKey).id,
  ])
  const stream = await listen(String(token))
  const { data } = await stream.until(isClosed)
  equal(data.code, 'catalogue.credential-ended')
})

test('a reader who takes nothing is let go, and costs the others nothing', async () => {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  atEnd(async () => socket.destroy())
  socket.on('error', () => {})
  const other = await listen(machineKey)
  const before = system.system.liveStreams()
  socket.write(`GET /api/v1/live HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${machineKey}\r\n\r\n`)
  await new Promise((resolve) => socket.once('readable', resolve))
  while (system.system.liveStreams() === before) await new Promise((resolve) => setImmediate(resolve))
  // Far more than the buffers of the kernel hold: twenty megabytes, though nobody is to keep more than a page of it. In parts
  // that one reader is allowed to be behind, for the other takes them in the same process as the server that sends them.
  for (let part = 0; part < 100; part++) {
    await look.query(
      `insert into event (id, studio_id, audit_line_id, type, subject_id, permission, data)
       select 'evt_' || lpad(at::text, 26, '0'), studio_id, id, 'businesses.test-told', 'part ' || $1, 'businesses.read',
         jsonb_build_object('text', repeat('x', 15000))
       from generate_series($1 * 14 + 1, $1 * 14 + 14) as at, (select id, studio_id from audit_line limit 1) as line`,
      [part],
    )
    const told = await make('businesses.create-category', { name: `After part ${part}` })
    await other.until(about(told))
  }
  equal(other.events.filter(({ event }) => event === 'businesses.test-told').length, 1400)
  while (system.system.liveStreams() !== before) await new Promise((resolve) => setImmediate(resolve))
  other.close()
})

test('a server that stops tells its streams, and does not wait for them', async () => {
  const another = await system.openAnother()
  const stream = await openLive({ url: another.url, token: machineKey })
  await stream.until(isReady)
  await another.system.close()
  const { data } = await stream.until(isClosed)
  equal(data.code, 'live.stopping')
  await stream.ended
})
