import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { killProcess, startProcess } from '#server/test-killed-process.ts'
import { waitFor } from '#server/runs/test-runs.ts'
import type { KilledDeliverySettings } from './test-killed-delivery.ts'
import { testWebhooks } from './test-webhooks.ts'

const EVENTS = 40
const KILLS = 4

const { database, wayIn, receiver, endpoint, category, records, egress } = await testWebhooks()

function begin() {
  const settings: KilledDeliverySettings = {
    app: database.configFor('app'),
    way: wayIn,
    allow: egress.allow,
    leaseMs: 300,
    pausesMs: Array.from({ length: 9 }, () => 5),
  }
  return startProcess(new URL('test-killed-delivery.ts', import.meta.url), settings)
}

async function allSettled(): Promise<void> {
  await waitFor(async () => {
    const { rows: seen } = await records.query(
      `select status, count(*)::int as count from webhook_delivery group by status`,
    )
    return { isThere: seen.length > 0 && seen.every(({ status }) => status === 'delivered'), seen }
  })
}

test('kill -9 while the receiver has the message: it comes again, with the same id and the same bytes', async () => {
  await endpoint()
  receiver.answer = () => undefined
  const child = await begin()
  await category('In the middle')
  await waitFor(async () => ({ isThere: receiver.received.length > 0, seen: receiver.received.length }))
  await killProcess(child)
  receiver.answer = () => 200
  const next = await begin()
  await allSettled()
  ok(receiver.received.length >= 2)
  equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1)
  equal(new Set(receiver.received.map(({ body }) => body)).size, 1)
  await killProcess(next)
})

test(`${KILLS} kill -9 over ${EVENTS} events: each has one delivery, and each was received`, async (t) => {
  receiver.received.length = 0
  const names = Array.from({ length: EVENTS }, (_, at) => `Event ${at}`)
  for (let at = 0; at < KILLS; at++) {
    const child = await begin()
    const part = names.slice((at * EVENTS) / KILLS, ((at + 1) * EVENTS) / KILLS)
    for (const name of part) await category(name)
    await new Promise((resolve) => setTimeout(resolve, randomInt(0, 60)))
    await killProcess(child)
  }
  const last = await begin()
  await waitFor(async () => {
    const { rows: seen } = await records.query(`select count(*)::int as count from webhook_delivery`)
    return { isThere: seen[0].count === EVENTS + 1, seen }
  })
  await allSettled()
  const told = receiver.received.map(({ body }) => String(JSON.parse(body).data.after.name))
  deepEqual([...new Set(told)].sort(), names.toSorted())
  t.diagnostic(`${told.length - EVENTS} of ${told.length} messages came again`)
  await killProcess(last)
})
