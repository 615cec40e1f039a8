import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#kernel/problem.ts'
import { idFrom } from '#kernel/ids.ts'
import { addPerson, type TestGrant } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { call, database, machineKey } = await testWay()
const { studio } = await call('identity.found-studio', OWNER)
const studioId = idFrom('studio', Object(studio).id)

const person = (role: TestGrant['role'], covers: string | null = null) =>
  addPerson(database.app, { studioId, grants: [{ role, covers }] })

async function codeFor(operation: string, input: unknown, token: string): Promise<string> {
  return call(operation, input, token).then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )
}

const owners = [{ role: 'owner', covers: null }]
const analysts = [{ role: 'analyst', covers: null }]

test('nobody gives more than they hold: an admin makes no owner, a clerk of people no operator', async () => {
  const admin = await person('admin')
  const clerk = await person({ permissions: ['identity.manage-people', '*.read', 'identity.use-own'] })
  const somebody = await person('analyst')
  const set = (grants: unknown, token: string) =>
    codeFor('identity.set-person-grants', { personId: somebody.personId, grants }, token)
  equal(await set(owners, admin.token), 'identity.cannot-grant-more')
  equal(await set([{ role: 'operator', covers: null }], admin.token), 'done')
  equal(await set([{ role: 'operator', covers: null }], clerk.token), 'identity.cannot-grant-more')
  equal(await set(analysts, clerk.token), 'done')
  const wide = { name: 'Wide', permissions: ['*'] }
  equal(await codeFor('identity.create-role', wide, clerk.token), 'identity.cannot-grant-more')
  const key = { name: 'Wide', grants: owners }
  equal(await codeFor('identity.create-api-key', key, admin.token), 'identity.cannot-grant-more')
  const invited = { email: 'new@example.com', displayName: 'New', grants: owners }
  equal(await codeFor('identity.invite-person', invited, admin.token), 'identity.cannot-grant-more')
})

test('an admin can neither demote nor remove an owner', async () => {
  const admin = await person('admin')
  const { personId } = await person('owner')
  const demote = { personId, grants: analysts }
  equal(await codeFor('identity.set-person-grants', demote, admin.token), 'identity.owners-only')
  equal(await codeFor('identity.end-membership', { personId }, admin.token), 'identity.owners-only')
  equal(await codeFor('identity.reset-second-factor', { personId }, admin.token), 'identity.owners-only')
})

test('two owners who remove each other in one moment leave one', async () => {
  const look = await database.look()
  await look.query(`delete from access_grant where role = 'owner'`)
  const [a, b] = [await person('owner'), await person('owner')]
  const codes = await Promise.all([
    codeFor('identity.end-membership', { personId: b.personId }, a.token),
    codeFor('identity.end-membership', { personId: a.personId }, b.token),
  ])
  const { rows } = await look.query(
    `select count(*)::int as left from membership m join access_grant g on g.membership_id = m.id
     where g.role = 'owner' and m.ended_at is null`,
  )
  equal(rows[0].left, 1, codes.join())
  const [last] = codes[0] === 'done' ? [a] : [b]
  const own = { personId: last.personId }
  equal(await codeFor('identity.end-membership', own, last.token), 'identity.last-owner')
  const demoted = { ...own, grants: analysts }
  equal(await codeFor('identity.set-person-grants', demoted, last.token), 'identity.last-owner')
})

test('a right that was taken away is gone with the next request, and one given is there', async () => {
  const { token, personId } = await person('operator')
  const entity = { name: 'Rights LLC', kind: 'LLC', jurisdiction: 'US-DE' }
  const { id: entityId } = await call('entities.create-entity', entity, machineKey)
  const create = () => codeFor('businesses.create-business', { name: 'X', entityId }, token)
  equal(await create(), 'done')
  await call('identity.set-person-grants', { personId, grants: analysts }, machineKey)
  equal(await create(), 'catalogue.permission-missing')
  await call(
    'identity.set-person-grants',
    { personId, grants: [{ role: 'operator', covers: null }] },
    machineKey,
  )
  equal(await create(), 'done')
  await call('identity.end-membership', { personId }, machineKey)
  equal(await create(), 'catalogue.credential-ended')
})

test('a right covers only what is of the studio', async () => {
  const { personId } = await person('analyst')
  const grants = [{ role: 'operator', covers: 'ent_01m85sb7dzab5x8gapnap5t3gm' }]
  equal(await codeFor('identity.set-person-grants', { personId, grants }, machineKey), 'catalogue.not-found')
})

test('a key acts within its own rights, is seen when used, and ends when revoked', async () => {
  const grants = [{ role: 'analyst', covers: null }]
  const { apiKey, token } = await call('identity.create-api-key', { name: 'Export', grants }, machineKey)
  const { id: apiKeyId } = Object(apiKey)
  equal(await codeFor('businesses.list-businesses', {}, String(token)), 'done')
  equal(
    await codeFor('businesses.create-category', { name: 'K' }, String(token)),
    'catalogue.permission-missing',
  )
  equal(await codeFor('identity.list-sessions', {}, String(token)), 'identity.people-only')
  const { items } = await call('identity.list-api-keys', {}, machineKey)
  const [listed] = Array.isArray(items) ? items : []
  deepEqual([listed.id, typeof listed.lastUsedAt], [apiKeyId, 'string'])
  await call('identity.revoke-api-key', { apiKeyId }, machineKey)
  equal(await codeFor('businesses.list-businesses', {}, String(token)), 'catalogue.credential-ended')
})
