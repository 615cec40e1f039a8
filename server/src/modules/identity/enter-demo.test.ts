import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { OWNER, testSystem, testWay } from '#server/test-system.ts'
import { ROLE_PERMISSIONS } from './roles.ts'

const Me = z.object({
  isDemo: z.boolean(),
  waitsFor: z.string().nullable(),
  actor: z.object({ name: z.string() }),
  grants: z.array(z.object({ role: z.string(), covers: z.string().nullable() })),
})

const demo = await testWay()
await demo.call('demo.found-studio', {})

test('as each of its people a demonstration is entered, without a password or a second factor', async () => {
  for (const role of Object.keys(ROLE_PERMISSIONS)) {
    const { output, token } = await enter(demo, { role })
    equal(output['next'], 'nothing')
    const me = Me.parse(await demo.call('identity.get-me', {}, token))
    deepEqual(
      { ...me, actor: undefined },
      { isDemo: true, waitsFor: null, actor: undefined, grants: [{ role, covers: null }] },
    )
    equal(me.actor.name, output['displayName'])
  }
  const { output } = await enter(demo, {})
  equal(output['displayName'], 'Selene Marchetti')
})

test('what a role may not do, whoever looks in it may not do either', async () => {
  const { token } = await enter(demo, { role: 'analyst' })
  await refused(
    demo.call('businesses.create-category', { name: 'Mine' }, token),
    'catalogue.permission-missing',
  )
})

test('a real studio is not entered: not by its owner’s role, not by any, and it cannot be made a demonstration', async () => {
  const real = await testWay()
  await refused(enter(real, {}), 'identity.no-demo')
  await real.call('identity.found-studio', OWNER)
  for (const role of [undefined, ...Object.keys(ROLE_PERMISSIONS)])
    await refused(enter(real, role ? { role } : {}), 'identity.no-demo')
  deepEqual(await real.call('identity.get-front-door', {}), {
    isFounded: true,
    isDemo: false,
    needsSetupCode: false,
  })
  await refused(real.call('demo.found-studio', {}), 'identity.already-founded')
  await refused(enter(real, {}), 'identity.no-demo')
  const records = await real.database.look()
  await rejects(records.query('update studio set is_demo = true'), /stays so/)
  const { rows } = await records.query('select count(*)::int as sessions from session')
  equal(rows[0].sessions, 1, 'of the founder, and no other')
})

test('a demonstration does not become a real studio, for its people have no passwords of their own', async () => {
  const records = await demo.database.look()
  await rejects(records.query('update studio set is_demo = false'), /stays so/)
  await refused(demo.call('identity.found-studio', OWNER), 'identity.already-founded')
})

test('from another machine nobody gets in, nor founds one', async () => {
  await refused(enter(demo, {}, false), 'identity.demo-from-here-only')
  const fresh = await testWay()
  await refused(
    fresh.invoke({ ...request('demo.found-studio', {}), credential: { token: undefined, isLocal: false } }),
    'identity.demo-from-here-only',
  )
})

test('somebody who was invited into it is not entered as, nor somebody who belongs to another studio', async () => {
  const way = await testWay()
  await way.call('demo.found-studio', {})
  const owner = (await enter(way, {})).token
  const people = z.object({ items: z.array(z.object({ personId: z.string(), displayName: z.string() })) })
  const { items } = people.parse(await way.call('identity.list-people', {}, owner))
  const analyst = items.find(({ displayName }) => displayName === 'Aiko Brandt')
  const grants = [{ role: 'analyst', covers: null }]
  const invited = { email: 'guest@example.com', displayName: 'A real guest', grants }
  const { token } = await way.call('identity.invite-person', invited, owner)
  await way.call('identity.accept-invitation', { token, password: 'correct horse battery' })
  await way.call('identity.end-membership', { personId: analyst?.personId }, owner)
  await refused(enter(way, { role: 'analyst' }), 'identity.nobody-in-role')

  const records = await way.database.look()
  const [studioId, membershipId] = [newId('studio'), newId('membership')]
  await records.query(`insert into studio (id, name) values ($1, 'Another')`, [studioId])
  await records.query(
    `insert into membership (id, studio_id, person_id) select $1, $2, id from person where display_name = 'Priya Raman'`,
    [membershipId, studioId],
  )
  await refused(enter(way, { role: 'finance' }), 'identity.nobody-in-role')
})

test('at the doors it is limited as every visit is', async () => {
  const { url } = await testSystem({ isFounded: false })
  const send = () =>
    fetch(`${url}/api/v1/identity/enter-demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: '{}',
    })
  const statuses = await Promise.all(Array.from({ length: 70 }, async () => (await send()).status))
  ok(statuses.includes(429), 'too many are not taken')
  ok(statuses.every((status) => status === 409 || status === 429))
})

test('another site’s page cannot enter it in the visitor’s browser', async () => {
  const { url } = await testSystem({ isFounded: false })
  const answer = await fetch(`${url}/api/v1/identity/enter-demo`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      origin: 'https://evil.example',
    },
    body: '{}',
  })
  equal(answer.status, 403)
})

function request(operation: string, input: unknown) {
  return { operation, input, door: 'test', requestId: randomUUID() } as const
}

async function enter({ invoke }: Pick<typeof demo, 'invoke'>, input: unknown, isLocal = true) {
  const { output, issued } = await invoke({
    ...request('identity.enter-demo', input),
    credential: { token: undefined, isLocal },
  })
  return { output, token: issued?.tokens?.access ?? '' }
}

async function refused(attempt: Promise<unknown>, code: string): Promise<void> {
  await rejects(attempt, (error) => {
    equal(error instanceof Problem ? error.code : String(error), code)
    return true
  })
}
