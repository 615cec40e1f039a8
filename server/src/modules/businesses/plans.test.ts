import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { OWNER, testWay } from '#server/test-system.ts'

const { call, machineKey } = await testWay()
await call('identity.found-studio', OWNER)
const entityId = String(
  (await call('entities.create-entity', { name: 'Home LLC', kind: 'LLC', jurisdiction: 'US' }, machineKey))[
    'id'
  ],
)
const business = async (name: string) =>
  String((await call('businesses.create-business', { name, entityId }, machineKey))['id'])
const PLANS = [
  { plan: 'starter', businessesMax: 10 },
  { plan: 'professional', businessesMax: 100 },
  { plan: 'enterprise', businessesMax: 500 },
  { plan: 'ultra', businessesMax: null },
]
const plan = () => call('businesses.get-plan', {}, machineKey)
const many = (count: number) =>
  call(
    'businesses.create-businesses',
    { businesses: Array.from({ length: count }, (_nothing, at) => ({ name: `Many ${at}`, entityId })) },
    machineKey,
  )
const FULL = { code: 'businesses.plan-is-full' }

test('a studio begins without a limit, and a plan counts what is at work', async () => {
  await business('First')
  deepEqual(await plan(), {
    plan: 'ultra',
    businessesMax: null,
    atWork: 1,
    plans: PLANS,
  })
  await call('businesses.set-plan', { plan: 'starter' }, machineKey)
  await many(8)
  deepEqual(await plan(), {
    plan: 'starter',
    businessesMax: 10,
    atWork: 9,
    plans: PLANS,
  })
})

test('the eleventh is refused in words, one by one, many at once, from a file and by restoring', async () => {
  await rejects(many(2), {
    ...FULL,
    message:
      'The plan "starter" allows 10 businesses at work; there are 9, and this would add 2. Archive some first, or ask an owner of the studio for a larger plan (businesses.set-plan).',
  })
  const csv = 'Name\r\nOne\r\nTwo\r\n'
  await rejects(call('businesses.import-businesses', { csv, entityId }, machineKey), FULL)
  const last = await business('Last')
  await rejects(business('Too many'), FULL)
  await call('businesses.archive-business', { businessId: last }, machineKey)
  const another = await business('Another')
  await rejects(call('businesses.restore-business', { businessId: last }, machineKey), FULL)
  await rejects(call('businesses.restore-businesses', { businessIds: [last] }, machineKey), FULL)
  await rejects(
    call('businesses.update-businesses', { changes: [{ businessId: last, isArchived: false }] }, machineKey),
    FULL,
  )
  await call('businesses.archive-businesses', { businessIds: [another] }, machineKey)
  await call('businesses.restore-businesses', { businessIds: [last] }, machineKey)
  equal((await call('businesses.get-plan', {}, machineKey))['atWork'], 10)
})

test('of many who want the last places at once, so many get one as there are', async () => {
  const { businessIds } = await call(
    'businesses.archive-businesses',
    {
      businessIds: Object((await call('businesses.list-businesses', { limit: 3 }, machineKey))['items']).map(
        ({ id }: { id: string }) => id,
      ),
    },
    machineKey,
  )
  equal(Object(businessIds).length, 3)
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_nothing, at) => business(`Race ${at}`)),
  )
  equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 3)
  equal((await call('businesses.get-plan', {}, machineKey))['atWork'], 10)
})

test('a plan that is too small is refused, a larger one is taken', async () => {
  await call('businesses.set-plan', { plan: 'professional' }, machineKey)
  await many(5)
  await rejects(call('businesses.set-plan', { plan: 'starter' }, machineKey), {
    code: 'businesses.plan-too-small',
    message:
      'The plan "starter" allows 10 businesses at work, and there are 15. Archive 5 first, or choose a larger plan.',
  })
  await call('businesses.set-plan', { plan: 'ultra' }, machineKey)
  await many(100)
})
