import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#kernel/problem.ts'
import { addPerson, addStudio } from '#server/test-people.ts'
import { waitFor } from '#server/runs/test-runs.ts'
import { bodyOf } from './payload.ts'
import { nextAfter, PAUSE_MS_MAX, PAUSES_MS } from './schedule.ts'
import { retryAfterS } from './send-signed.ts'
import { testWebhooks } from './test-webhooks.ts'

const hooks = await testWebhooks()
const { ask, call, database, endpoint, machineKey, receiver, records, studioId } = hooks

async function refusal(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )
}

const BAD: [string, string][] = [
  ['http://example.com/hooks', 'egress.bad-address'],
  ['https://127.0.0.1/hooks', 'egress.address-refused'],
  ['https://[::ffff:127.0.0.1]/', 'egress.address-refused'],
  ['https://2130706433/', 'egress.address-refused'],
  ['https://169.254.169.254/latest', 'egress.address-refused'],
  ['https://localhost./', 'egress.address-refused'],
  ['https://ada:pass@example.com/', 'egress.bad-address'],
  ['nowhere', 'egress.bad-address'],
]

const count = async () => {
  const { rows } = await records.query(
    'select count(*)::int as n, max(revision) as revision from webhook_endpoint',
  )
  return rows[0]
}

test('an address that nothing may be sent to is refused, and nothing changed', async () => {
  const { endpointId } = await endpoint()
  const before = await count()
  for (const [url, code] of BAD) {
    equal(await refusal(ask('create-endpoint', { url, eventTypes: ['businesses.*'] })), code, url)
    equal(await refusal(ask('update-endpoint', { endpointId, url })), code, url)
  }
  deepEqual(await count(), before)
})

test('events are chosen among those that there are', async () => {
  for (const type of ['businesses.business-eaten', 'nothing.*']) {
    equal(await refusal(endpoint({ eventTypes: [type] })), 'webhooks.unknown-event-type', type)
  }
  equal(await refusal(endpoint({ eventTypes: ['*'] })), 'catalogue.invalid-input')
  equal(await refusal(endpoint({ eventTypes: [] })), 'catalogue.invalid-input')
})

test('whoever may manage endpoints, and may not see people, has no endpoint that is told of them', async () => {
  const permissions = ['webhooks.manage', 'businesses.read']
  const grants = [{ role: { permissions }, covers: null }]
  const { token } = await addPerson(database.app, { studioId, grants })
  const asThem = (operation: string, input: object = {}) => call(`webhooks.${operation}`, input, token)
  const made = { url: receiver.url, eventTypes: ['identity.*'] }
  equal(await refusal(asThem('create-endpoint', made)), 'webhooks.events-not-yours')
  const { endpointId } = await endpoint({ eventTypes: ['identity.person-invited'] })
  equal(
    await refusal(asThem('update-endpoint', { endpointId, url: `${receiver.url}/mine` })),
    'webhooks.events-not-yours',
  )
  const { eventTypes } = await asThem('list-event-names')
  const modules = new Set(Array.isArray(eventTypes) ? eventTypes.map(({ module }) => module) : [])
  deepEqual(
    [...modules].map(String).toSorted((a, b) => a.localeCompare(b)),
    ['businesses', 'webhooks'],
  )
  await asThem('create-endpoint', { ...made, eventTypes: ['businesses.*'] })
})

test('it takes the permission on the whole studio, and readers of everything have none', async () => {
  const entity = await call(
    'entities.create-entity',
    { name: 'Part LLC', kind: 'LLC', jurisdiction: 'US-DE' },
    machineKey,
  )
  const narrow = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'admin', covers: String(entity['id']) }],
  })
  const analyst = await addPerson(database.app, { studioId, grants: [{ role: 'analyst', covers: null }] })
  for (const { token } of [narrow, analyst]) {
    ok((await refusal(call('webhooks.list-endpoints', {}, token))) !== 'done')
    ok((await refusal(call('webhooks.list-deliveries', {}, token))) !== 'done')
  }
})

test("another studio's endpoints and deliveries are not there", async () => {
  const { endpointId } = await endpoint()
  const sent = await ask('send-test', { endpointId })
  const other = await addPerson(database.app, {
    studioId: await addStudio(database.app),
    grants: [{ role: 'owner', covers: null }],
  })
  const asThem = (operation: string, input: object) =>
    refusal(call(`webhooks.${operation}`, input, other.token))
  for (const operation of [
    'get-endpoint',
    'update-endpoint',
    'archive-endpoint',
    'rotate-secret',
    'send-test',
  ]) {
    ok(
      ['webhooks.endpoint-not-found', 'catalogue.not-found'].includes(
        await asThem(operation, { endpointId }),
      ),
      operation,
    )
  }
  for (const operation of ['get-delivery', 'redeliver-one']) {
    const code = await asThem(operation, { deliveryId: sent['id'] })
    ok(['webhooks.delivery-not-found', 'catalogue.not-found'].includes(code), operation)
  }
  deepEqual((await call('webhooks.list-deliveries', {}, other.token))['items'], [])
})

test('a secret is told once, and stands in no event, audit line, list or row', async () => {
  const { secret, endpointId } = await endpoint()
  match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/)
  const rotated = String((await ask('rotate-secret', { endpointId }))['secret'])
  for (const told of [secret, rotated]) {
    const needle = told.slice('whsec_'.length, -1)
    const { rows } = await records.query(
      `select 'event' as place from event where data::text like $1 union all
       select 'audit' from audit_line where input::text like $1 or changes::text like $1 union all
       select 'kept' from webhook_secret where sealed like $1 union all
       select 'answer' from idempotency_record where result::text like $1 union all
       select 'run' from run where input::text like $1`,
      [`%${needle}%`],
    )
    deepEqual(rows, [])
    ok(
      !JSON.stringify([await ask('list-endpoints'), await ask('get-endpoint', { endpointId })]).includes(
        needle,
      ),
    )
  }
  const attempts: string[] = []
  for (let at = 0; at < 4; at++) attempts.push(await refusal(ask('rotate-secret', { endpointId })))
  deepEqual(attempts, ['done', 'done', 'webhooks.too-many-secrets', 'webhooks.too-many-secrets'])
})

test('redeliveries at the same time are rounds of one delivery, and only the last of them is worked', async () => {
  const { endpointId } = await endpoint()
  const { id: deliveryId } = await ask('send-test', { endpointId })
  await Promise.all(Array.from({ length: 5 }, () => ask('redeliver-one', { deliveryId })))
  const { worker, follower } = hooks.work()
  const found = await hooks.until(String(deliveryId), 'delivered')
  deepEqual([found.tries.length, found.tries[0].round], [1, 6])
  await waitFor(async () => {
    const { rows: seen } = await records.query(
      `select status from run where program = 'webhooks.deliver' and input ->> 'deliveryId' = $1`,
      [deliveryId],
    )
    return { isThere: seen.every(({ status }) => status === 'done'), seen }
  })
  await follower.close()
  await worker.close()
})

test('a hundred endpoints are the most', async () => {
  const outcomes: string[] = []
  for (let at = 0; at < 100; at++) outcomes.push(await refusal(endpoint({ description: `Endpoint ${at}` })))
  equal(outcomes.at(-1), 'webhooks.too-many-endpoints')
  equal((await ask('list-endpoints', { isArchived: false }))['total'], 100)
})

const next = (number: number, sent: object = {}, random = 0) =>
  nextAfter(
    { status: 500, reason: 'no', retryAfterS: null, ...sent },
    { number, pausesMs: PAUSES_MS, random },
  )

test('the schedule: ten tries over three days, each pause with its jitter, and what a receiver asks for', () => {
  deepEqual(next(1, { reason: null }), { status: 'delivered' })
  deepEqual(next(1), { status: 'waiting', inMs: 5_000 })
  deepEqual(next(1, {}, 1), { status: 'waiting', inMs: 6_000 })
  deepEqual(next(9), { status: 'waiting', inMs: 86_400_000 })
  deepEqual(next(10), { status: 'failed', isGone: false })
  deepEqual(next(1, { status: 410 }), { status: 'failed', isGone: true })
  deepEqual(next(1, { retryAfterS: 120 }), { status: 'waiting', inMs: 120_000 })
  deepEqual(next(3, { retryAfterS: 5 }), { status: 'waiting', inMs: 1_800_000 })
  deepEqual(next(1, { retryAfterS: 999_999_999 }), { status: 'waiting', inMs: PAUSE_MS_MAX })
  const days = PAUSES_MS.reduce((sum, ms) => sum + ms, 0) / 86_400_000
  ok(days > 3 && days < 3.5)
})

test('Retry-After is seconds or a date, of 429 and 503 alone', () => {
  equal(retryAfterS(429, '7'), 7)
  ok(Number(retryAfterS(503, new Date(Date.now() + 60_000).toUTCString())) > 50)
  for (const [status, header] of [
    [500, '7'],
    [429, 'soon'],
    [429, '-7'],
    [503, '0'],
    [429, undefined],
  ] as const)
    equal(retryAfterS(status, header), null)
})

const told = (description: string) =>
  JSON.parse(
    bodyOf('stu_1', {
      id: 'evt_1',
      type: 'businesses.business-updated',
      subject_id: 'biz_1',
      business_id: null,
      at: '2026-11-25T00:00:00.000Z',
      data: { after: { description } },
      actor_kind: 'machine',
      actor_id: 'machine',
    }),
  ).data

test('what is too long to tell names its fields instead', () => {
  equal(told('short').after.description, 'short')
  deepEqual(told('x'.repeat(100_001)).changed, ['description'])
})
