import { deepEqual, equal, match, ok, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { present } from '#kernel/assert.ts'
import { waitFor } from '#server/runs/test-runs.ts'
import { newSecret } from './sign.ts'
import { testWebhooks } from './test-webhooks.ts'

const hooks = await testWebhooks()
const { ask, call, endpoint, log, machineKey, receiver, records, until, untilReceived } = hooks
hooks.work()

/** Its deliveries and what was received begin anew. */
async function anew(): Promise<void> {
  await records.query(
    'update webhook_endpoint set archived_at = now(), disabled_why = null, disabled_at = null',
  )
  await waitFor(async () => {
    const seen = await log({ status: 'waiting' })
    return { isThere: seen.length === 0, seen }
  })
  receiver.received.length = 0
  receiver.answer = () => 200
}

const last = () => present(receiver.received.at(-1), 'a message')
const idOf = async (filter: object) => String(present((await log(filter))[0], 'a delivery')['id'])

test('an event is delivered once, signed so that an independent library verifies it', async () => {
  const { secret, endpointId } = await endpoint()
  const businessless = await hooks.category('Told')
  await untilReceived(1)
  const { headers, body } = last()
  const verified = Object(new Webhook(secret).verify(body, verifiable(headers)))
  deepEqual(
    [verified.type, verified.data.subjectId, verified.data.after.name],
    ['businesses.category-created', businessless, 'Told'],
  )
  match(String(headers['webhook-id']), /^evt_/)
  equal(headers['content-type'], 'application/json')
  const [delivery] = await log({ endpointId })
  const found = await until(String(delivery?.['id']), 'delivered')
  equal(found.body, body)
  deepEqual(
    found.tries.map(({ number, status, reason }: Record<string, unknown>) => ({ number, status, reason })),
    [{ number: 1, status: 200, reason: null }],
  )
  equal(receiver.received.length, 1)
  const { endpoint: _rest, ...shown } = await ask('get-endpoint', { endpointId })
  ok(shown['succeededAt'] !== null && shown['failingSince'] === null)
})

test('a changed byte, or another secret, verifies as nothing', async () => {
  await anew()
  const { secret } = await endpoint()
  await hooks.category('Changed')
  await untilReceived(1)
  const { headers, body } = last()
  new Webhook(secret).verify(body, verifiable(headers))
  throws(() => new Webhook(secret).verify(`${body} `, verifiable(headers)))
  throws(() => new Webhook(newSecret()).verify(body, verifiable(headers)))
})

test('what was not chosen, or was before the endpoint, is not told', async () => {
  await anew()
  await hooks.category('Before')
  const { endpointId } = await endpoint({ eventTypes: ['entities.*'] })
  await hooks.category('Not chosen')
  await call('entities.create-entity', { name: 'Chosen LLC', kind: 'LLC', jurisdiction: 'US-DE' }, machineKey)
  await untilReceived(1)
  deepEqual(
    (await log({ endpointId })).map(({ type }) => type),
    ['entities.entity-created'],
  )
})

test('a failed try is tried again with the same webhook-id, body and a fresh signature', async () => {
  await anew()
  const { secret, endpointId } = await endpoint()
  receiver.answer = () => (receiver.received.length < 3 ? { status: 500, body: 'down\u0000\u001b[31m' } : 204)
  await hooks.category('Again')
  await untilReceived(3)
  const found = await until(await idOf({ endpointId }), 'delivered')
  equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1)
  equal(new Set(receiver.received.map(({ body }) => body)).size, 1)
  for (const { headers, body } of receiver.received) new Webhook(secret).verify(body, verifiable(headers))
  deepEqual(
    found.tries.map(({ number, status, answer }: Record<string, unknown>) => [number, status, answer]),
    [
      [3, 204, ''],
      [2, 500, 'down  [31m'],
      [1, 500, 'down  [31m'],
    ],
  )
})

test('after every try failed and nothing succeeded, the endpoint is disabled, said so, and found by the rule', async () => {
  await anew()
  const { endpointId } = await endpoint()
  receiver.answer = () => 503
  await hooks.category('Down')
  await untilReceived(3)
  const found = await until(await idOf({ endpointId }), 'failed')
  equal(found.tries.length, 3)
  const shown = await ask('get-endpoint', { endpointId })
  deepEqual([shown['isEnabled'], shown['disabledWhy']], [false, 'failing'])
  const { rows } = await records.query(
    `select permission, data from event where type = 'webhooks.endpoint-disabled' and subject_id = $1`,
    [endpointId],
  )
  deepEqual(rows, [{ permission: 'webhooks.manage', data: { after: { url: receiver.url, why: 'failing' } } }])
  const exceptions = await call('exceptions.list-exceptions', {}, machineKey)
  match(JSON.stringify(exceptions), /webhooks\.endpoint-failing.*failed until it was disabled/s)

  receiver.answer = () => 200
  const refused = await ask('redeliver-one', { deliveryId: found.id }).catch((error: unknown) => error)
  match(String(refused), /is disabled/)
  await ask('update-endpoint', { endpointId, isEnabled: true })
  await ask('redeliver-failed', { endpointId, since: '2026-01-01T00:00:00Z' })
  const again = await until(found.id, 'delivered')
  deepEqual([again.tries.length, again.tries[0].round], [4, 2])
  equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1)
})

test('an endpoint that took something meanwhile is not disabled by one delivery that failed', async () => {
  await anew()
  const { endpointId } = await endpoint()
  receiver.answer = ({ body }) => (body.includes('Refused') ? 400 : 200)
  await hooks.category('Refused')
  await hooks.category('Taken')
  await waitFor(async () => {
    const seen = await log({ endpointId })
    return { isThere: seen.length === 2 && seen.every(({ status }) => status !== 'waiting'), seen }
  })
  const failed = await log({ endpointId, status: 'failed' })
  equal(failed.length, 1)
  // Which came to its end first is the network's to say: either way one succeeded after the other began.
  equal((await ask('get-endpoint', { endpointId }))['isEnabled'], true)
})

test('410 Gone disables at once', async () => {
  await anew()
  const { endpointId } = await endpoint()
  receiver.answer = () => 410
  await hooks.category('Gone')
  const found = await until(await waitForOne(endpointId), 'failed')
  deepEqual([found.tries.length, receiver.received.length], [1, 1])
  equal((await ask('get-endpoint', { endpointId }))['disabledWhy'], 'gone')
})

test('a redirect is a failed try that says where it points, and is not followed', async () => {
  await anew()
  const { endpointId } = await endpoint()
  receiver.answer = () => ({ status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data' } })
  await hooks.category('Elsewhere')
  const found = await until(await waitForOne(endpointId), 'failed')
  match(found.lastReason, /302 and points to http:\/\/169\.254\.169\.254.*not followed/)
  ok(receiver.received.every(({ headers }) => headers.host === receiver.at))
})

test('an endpoint that leads to a private address by now is not connected to', async () => {
  await anew()
  const { endpointId } = await endpoint()
  await records.query(`update webhook_endpoint set url = 'https://127.0.0.1/' where id = $1`, [endpointId])
  await hooks.category('Private')
  const found = await until(await waitForOne(endpointId), 'failed')
  match(found.lastReason, /no public address/)
})

test('after a rotation both secrets sign, and where it leaked the new one alone', async () => {
  await anew()
  const { secret: first, endpointId } = await endpoint()
  const second = String((await ask('rotate-secret', { endpointId }))['secret'])
  await ask('send-test', { endpointId })
  await untilReceived(1)
  const both = last()
  for (const secret of [first, second]) new Webhook(secret).verify(both.body, verifiable(both.headers))
  equal(JSON.parse(both.body).type, 'webhooks.test')
  const third = String((await ask('rotate-secret', { endpointId, oldSecretsEnd: 'at-once' }))['secret'])
  await ask('send-test', { endpointId })
  await untilReceived(2)
  equal(String(last().headers['webhook-signature']).split(' ').length, 1)
  new Webhook(third).verify(last().body, verifiable(last().headers))
})

test('what happens while it is disabled is not told when it is enabled again', async () => {
  await anew()
  const { endpointId } = await endpoint()
  await ask('update-endpoint', { endpointId, isEnabled: false })
  await hooks.category('Unheard')
  await ask('update-endpoint', { endpointId, isEnabled: true })
  await hooks.category('Heard')
  await untilReceived(1)
  await until(await waitForOne(endpointId), 'delivered')
  deepEqual(
    receiver.received.map(({ body }) => JSON.parse(body).data.after.name),
    ['Heard'],
  )
})

test('events that concern people name what changed, and not the values', async () => {
  await anew()
  await endpoint({ eventTypes: ['identity.person-invited'] })
  await call(
    'identity.invite-person',
    { email: 'grace@example.com', displayName: 'Grace Hopper', grants: [{ role: 'analyst', covers: null }] },
    machineKey,
  )
  await untilReceived(1)
  const { body } = last()
  ok(!/grace|hopper/i.test(body), body)
  deepEqual(JSON.parse(body).data.changed.includes('email'), true)
})

test('deliveries tell no events of their runs, so an endpoint of all runs is not told of itself', async () => {
  await anew()
  const { endpointId } = await endpoint({ eventTypes: ['runs.*', 'webhooks.*', 'businesses.*'] })
  receiver.answer = () => 500
  await hooks.category('Loop')
  await until(
    await idOf({ endpointId, type: 'businesses.category-created' }).catch(() => waitForOne(endpointId)),
    'failed',
  )
  const { rows } = await records.query(
    `select count(*)::int as told from event join run on run.id = event.subject_id where run.program = 'webhooks.deliver'`,
  )
  deepEqual(rows, [{ told: 0 }])
})

test('the log forgets after thirty days, with its runs, and keeps what waits', async () => {
  await waitFor(async () => {
    const seen = await log({ status: 'waiting' })
    return { isThere: seen.length === 0, seen }
  })
  const { rows: before } = await records.query(
    `select count(*)::int as runs from run where program = 'webhooks.deliver'`,
  )
  ok(before[0].runs > 0)
  await records.query(
    `update webhook_delivery set settled_at = settled_at - interval '31 days' where settled_at is not null`,
  )
  await records.query(`update run set due_at = now() where program = 'webhooks.forget-deliveries'`)
  await hooks.nudge()
  await waitFor(async () => {
    const { rows: seen } = await records.query(
      `select (select count(*) from webhook_delivery where settled_at is not null)::int as deliveries,
         (select count(*) from webhook_try)::int as tries,
         (select count(*) from run where program = 'webhooks.deliver' and status = 'done')::int as runs`,
    )
    return { isThere: Object.values(seen[0]).every((count) => count === 0), seen }
  })
})

test('nothing of it was a bug', () => deepEqual(hooks.logged, []))

async function waitForOne(endpointId: string): Promise<string> {
  const seen = await waitFor(async () => {
    const found = await log({ endpointId })
    return { isThere: found.length > 0, seen: found }
  })
  return String(seen[0]?.['id'])
}

function verifiable(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
