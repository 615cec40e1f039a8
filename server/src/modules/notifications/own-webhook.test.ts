import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { present } from '#kernel/assert.ts'
import { atEnd } from '#server/database/at-end.ts'
import { openSignals } from '#server/database/signals.ts'
import { openEgress } from '#server/adapters/egress/open-egress.ts'
import { waitFor } from '#server/runs/test-runs.ts'
import { createWay } from '#server/system.ts'
import { caller, TEST_MEANS } from '#server/test-system.ts'
import { addPerson } from '#server/test-people.ts'
import { deliver, followEvents } from '#server/modules/webhooks/index.ts'
import { SHORT_PAUSES_MS, testReceiver } from '#server/modules/webhooks/test-webhooks.ts'
import { testNotifications } from './test-notifications.ts'

const way = await testNotifications()
const { make, person, entityId, machineKey, database, studioId, inbox, untilInbox, records } = way
const receiver = await testReceiver()
const egress = { allow: [receiver.at] }
const { invoke } = createWay(database.app, { ...way.wayIn, egress })
const call = caller(invoke)
way.startWorking([deliver({ vault: TEST_MEANS.vault, egress: openEgress(egress) }, SHORT_PAUSES_MS)])
const signals = openSignals(database.configFor('app'))
const follower = followEvents({
  database: database.app,
  signals,
  log: (error) => void way.logged.push(error),
})
atEnd(async () => {
  await follower.close()
  await signals.close()
})

const ofEntity = () => person({ role: 'operator', covers: entityId })
const set = async (token: string) => {
  const { secret } = await call('notifications.set-own-webhook', { url: receiver.url }, token)
  return String(secret)
}
const received = (count: number) =>
  waitFor(async () => ({ isThere: receiver.received.length === count, seen: receiver.received }))

test('somebody whose rights cover a part has a webhook of their own, signed with the secret that was told once', async () => {
  const [ann, ben] = [await ofEntity(), await ofEntity()]
  const secret = await set(ben.token)
  const bakery = await make('businesses.create-business', { name: 'Bakery', entityId })
  await call('comments.add-comment', { subjectId: bakery, body: `@[${ben.personId}] look` }, ann.token)
  const [told] = await untilInbox(ben.token, 1)
  const [message] = await received(1)
  const { headers, body } = present(message, 'a message')
  const { type, data } = JSON.parse(body)
  equal(type, 'notifications.comments-mentioned')
  deepEqual(data, {
    notificationId: told?.id,
    studioId,
    kind: 'comments.mentioned',
    subjectId: bakery,
    actor: { kind: 'person', id: ann.personId },
    facts: told?.facts,
  })
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signature = createHmac('sha256', key).update(signed).digest('base64')
  equal(headers['webhook-signature'], `v1,${signature}`)
  const { webhook } = await call('notifications.get-choices', {}, ben.token)
  deepEqual(webhook, { url: receiver.url, isEnabled: true, failingSince: null })
  const { items } = await call('webhooks.list-endpoints', {}, machineKey)
  deepEqual(items, [], 'no list of the studio has it')
})

test('a test reaches it; a kind that is not chosen does not; removed, nothing does', async () => {
  receiver.received.length = 0
  const [ann, ben] = [await ofEntity(), await ofEntity()]
  await rejects(call('notifications.try-own-webhook', {}, ben.token), {
    code: 'notifications.no-own-webhook',
  })
  await set(ben.token)
  await call('notifications.try-own-webhook', {}, ben.token)
  match((await received(1))[0]?.body ?? '', /"type":"notifications\.test"/)
  const choices = [{ kind: 'comments.mentioned', mail: 'never', isSent: false }]
  await call('notifications.set-choices', { choices }, ben.token)
  const mill = await make('businesses.create-business', { name: 'Mill', entityId, ownerId: ben.personId })
  await call('comments.add-comment', { subjectId: mill, body: `@[${ben.personId}] one` }, ann.token)
  await untilInbox(ben.token, 1)
  await call('notifications.remove-own-webhook', {}, ben.token)
  await call('comments.add-comment', { subjectId: mill, body: 'two' }, ann.token)
  await untilInbox(ben.token, 2)
  const { rows } = await records.query(
    `select type from webhook_delivery join webhook_endpoint on webhook_endpoint.id = endpoint_id where person_id = $1`,
    [ben.personId],
  )
  deepEqual(rows, [{ type: 'notifications.test' }])
})

test('one that wants nothing more is disabled, and its owner alone is told, without an address', async () => {
  const ben = await ofEntity()
  await set(ben.token)
  receiver.answer = () => 410
  await call('notifications.try-own-webhook', {}, ben.token)
  const [told] = await untilInbox(ben.token, 1)
  deepEqual([told?.kind, told?.subject, told?.facts], ['webhooks.disabled', null, {}])
  deepEqual(await inbox(way.first.token), [])
  const { rows } = await records.query(
    `select data from event where type = 'webhooks.endpoint-disabled' order by id desc limit 1`,
  )
  deepEqual(rows, [{ data: { after: { why: 'gone' } } }])
  receiver.answer = () => 200
})

test('the studio’s webhook that was disabled is told to whoever made it', async () => {
  receiver.answer = () => 410
  const made = await call(
    'webhooks.create-endpoint',
    { url: receiver.url, eventTypes: ['kpis.*'] },
    way.second.token,
  )
  const endpointId = Object(made['endpoint']).id
  await call('webhooks.send-test', { endpointId }, way.second.token)
  const [told] = await untilInbox(way.second.token, 1)
  deepEqual([told?.kind, told?.subject], ['webhooks.disabled', { id: endpointId, title: receiver.url }])
  receiver.answer = () => 200
})

test('it takes a second factor where the studio asks for one, and an address that may be reached', async () => {
  const { token } = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'operator', covers: null }],
    hasSecondFactor: false,
  })
  await rejects(set(token), { code: 'catalogue.second-factor-needed' })
  const ben = await ofEntity()
  await rejects(call('notifications.set-own-webhook', { url: 'https://127.0.0.1/' }, ben.token), {
    kind: 'invalid',
  })
  deepEqual(way.logged, [])
})
