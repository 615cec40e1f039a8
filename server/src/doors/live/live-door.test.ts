import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isRecord } from '#kernel/records.ts'
import { createWay } from '#server/system.ts'
import { allFinal, openLive, type LiveEvent } from '#server/test-live.ts'
import { caller, testSystem } from '#server/test-system.ts'

const system = await testSystem({ isFounded: true })
const { url, machineKey, database, settings } = system
const call = caller(createWay(database.app, settings).invoke)
const look = await database.look()

const open = (given: { after?: string; headers?: Record<string, string> } = {}) =>
  openLive({ url, token: machineKey, ...given })
const isReady = ({ event }: LiveEvent) => event === 'ready'
const about = (id: string) => (event: LiveEvent) => event.data.subjectId === id

async function makeCategory(name: string): Promise<string> {
  const { id } = await call('businesses.create-category', { name }, machineKey)
  return String(id)
}

test('what happens is told, with who did it, and in the words of the audit', async () => {
  const stream = await open()
  await stream.until(isReady)
  const id = await makeCategory('Told')
  const { event, data, id: revision } = await stream.until(about(id))
  match(revision, /^\d+-evt_/)
  equal(event, 'businesses.category-created')
  const { at, requestId, ...rest } = data
  ok(typeof at === 'string' && Date.parse(at) > 0 && typeof requestId === 'string')
  deepEqual(rest, {
    type: 'businesses.category-created',
    subjectId: id,
    businessId: null,
    actor: { kind: 'machine', id: 'machine' },
    data: { after: { name: 'Told' } },
  })
  stream.close()
})

test('who comes back with a revision is told what was missed, once and in order', async () => {
  await allFinal(look)
  const first = await open()
  const { id: beginning } = await first.until(isReady)
  first.close()
  const ids = [await makeCategory('Missed 1'), await makeCategory('Missed 2'), await makeCategory('Missed 3')]
  await allFinal(look)
  for (const given of [{ after: beginning }, { headers: { 'last-event-id': beginning } }]) {
    const again = await open(given)
    await again.until(isReady)
    const told = again.events.filter(({ event }) => event === 'businesses.category-created')
    deepEqual(
      told.map(({ data }) => data.subjectId),
      ids,
    )
    again.close()
    const [, second] = told
    const rest = await open({ after: second?.id ?? '' })
    await rest.until(isReady)
    deepEqual(
      rest.events.flatMap(({ data }) => data.subjectId ?? []),
      ids.slice(2),
    )
    rest.close()
  }
})

test('a revision that is none of ours, or of a later time, is a gap and never an error', async () => {
  const later = `${10n ** 17n}-0`
  for (const after of ['x', '-', '1-evt_', `1-evt_${'0'.repeat(30)}`, '9'.repeat(40), later, '%00', "1-0'"]) {
    const stream = await open({ after })
    equal(stream.status, 200, after)
    const gap = await stream.until(({ event }) => event === 'gap')
    await stream.until(isReady)
    match(gap.id, /^\d+-(0|evt_)/)
    stream.close()
  }
})

test('who missed more than is kept at hand is told of a gap, and goes on from there', async () => {
  const stream = await open()
  const { id: beginning } = await stream.until(isReady)
  stream.close()
  await look.query(`insert into event (id, studio_id, audit_line_id, type, subject_id, permission, data)
    select 'evt_' || lpad(at::text, 26, '0'), studio_id, id, 'businesses.test-told', 'test', 'businesses.read', '{}'
    from generate_series(1, 1001) as at, (select id, studio_id from audit_line limit 1) as line`)
  await allFinal(look)
  const back = await open({ after: beginning })
  await back.until(isReady)
  deepEqual(
    back.events.map(({ event }) => event),
    ['gap', 'ready'],
  )
  const next = await makeCategory('After the gap')
  await back.until(about(next))
  back.close()
})

test('a transaction that commits late delays the stream, and nothing is skipped or told out of order', async () => {
  await allFinal(look)
  const stream = await open()
  await stream.until(isReady)
  const late = await database.look()
  await late.query('begin')
  await late.query(`insert into event (id, studio_id, audit_line_id, type, subject_id, permission, data)
    select 'evt_' || repeat('7', 26), studio_id, id, 'businesses.test-late', 'late', 'businesses.read', '{}'
    from audit_line limit 1`)
  const id = await makeCategory('Quick')
  // A stream that is told of this one has passed the quick event by, if it were not held back.
  const other = await open()
  await other.until(isReady)
  ok(!stream.events.some(about(id)), 'told before what was begun earlier')
  await late.query('commit')
  await Promise.all([stream.until(about(id)), other.until(about(id))])
  for (const { events } of [stream, other]) {
    deepEqual(
      events.flatMap(({ data }) => data.subjectId ?? []),
      ['late', id],
    )
  }
  stream.close()
  other.close()
})

test('what one process writes, another tells', async () => {
  const another = await system.openAnother()
  const stream = await openLive({ url: another.url, token: machineKey })
  await stream.until(isReady)
  const response = await fetch(`${url}/api/v1/businesses/create-category`, {
    method: 'POST',
    headers: { authorization: `Bearer ${machineKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'From the other side' }),
  })
  const created: unknown = await response.json()
  await stream.until(about(isRecord(created) ? String(created['id']) : ''))
  stream.close()
})

test('the stream is closed to foreign names and pages, and to nobody in particular', async () => {
  const ask = async (headers: Record<string, string>) => {
    const response = await fetch(`${url}/api/v1/live`, { headers })
    const { code } = Object(await response.json())
    return `${response.status} ${code}`
  }
  const cookie = `iza_access=${machineKey}`
  equal(await ask({}), '401 catalogue.sign-in-needed')
  equal(await ask({ authorization: 'Bearer nonsense' }), '401 catalogue.credential-ended')
  equal(await ask({ cookie, origin: 'http://evil.example' }), '403 door.foreign-origin')
  equal(await ask({ cookie, 'sec-fetch-site': 'same-site' }), '403 live.another-site')
  const own = await openLive({ url, token: machineKey, headers: { cookie, 'sec-fetch-site': 'same-origin' } })
  equal(own.status, 200)
  own.close()
})

test('a key has thirty-two streams, and a place is free again when one is closed', async () => {
  const { token } = await call(
    'identity.create-api-key',
    { name: 'Many', grants: [{ role: 'analyst', covers: null }] },
    machineKey,
  )
  const streams = await Promise.all(Array.from({ length: 32 }, () => openLive({ url, token: String(token) })))
  await Promise.all(streams.map((stream) => stream.until(isReady)))
  const ask = () => fetch(`${url}/api/v1/live`, { headers: { authorization: `Bearer ${String(token)}` } })
  const refused = await ask()
  deepEqual([refused.status, Object(await refused.json()).code], [429, 'live.too-many-streams'])
  const before = system.system.liveStreams()
  streams[0]?.close()
  while (system.system.liveStreams() === before) await new Promise((resolve) => setImmediate(resolve))
  const another = await openLive({ url, token: String(token) })
  equal(another.status, 200)
  for (const stream of [...streams, another]) stream.close()
})
