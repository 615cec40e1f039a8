import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { database, call, machineKey } = await testWay()
const founded = await call('identity.found-studio', OWNER)
const studioId = idFrom('studio', Object(founded['studio']).id)
const entity = async (name: string) =>
  String((await call('entities.create-entity', { name, kind: 'LLC', jurisdiction: 'US' }, machineKey))['id'])
const [home, other] = [await entity('Home LLC'), await entity('Other LLC')]
const business = async (name: string, entityId = home) =>
  String((await call('businesses.create-business', { name, entityId }, machineKey))['id'])
const merge = (businessId: string, intoId: string, token = machineKey) =>
  call('businesses.merge-business', { businessId, intoId, reason: 'One shop.' }, token)
const merges = async (input: object = {}, token = machineKey) =>
  Object((await call('businesses.list-merges', input, token))['items']).map(
    ({ business: gone, into, reason }: { business: object; into: object; reason: string }) => [
      gone,
      into,
      reason,
    ],
  )
const isArchived = async (businessId: string) =>
  (await call('businesses.get-business', { businessId }, machineKey))['archivedAt'] !== null

test('the one that was told twice leaves the lists and points to the one that stays; restoring it ends the merge', async () => {
  const [gone, stays] = [await business('Ada Shop'), await business('Ada’s Shop')]
  const before = await call('businesses.get-business', { businessId: stays }, machineKey)
  await merge(gone, stays)
  equal(await isArchived(gone), true)
  deepEqual(await call('businesses.get-business', { businessId: stays }, machineKey), before)
  const pair = [[{ id: gone, name: 'Ada Shop' }, { id: stays, name: 'Ada’s Shop' }, 'One shop.']]
  deepEqual(await merges({ businessId: gone }), pair)
  deepEqual(await merges({ businessId: stays }), pair)
  await call('businesses.restore-businesses', { businessIds: [gone] }, machineKey)
  deepEqual(await merges({ businessId: gone }), [])
  equal(await isArchived(gone), false)
  await merge(gone, stays)
  equal((await merges({ businessId: gone })).length, 1)
})

test('a merge with itself, into what is archived, or of what is archived changes nothing', async () => {
  const [one, archived] = [await business('One'), await business('Archived')]
  await call('businesses.archive-business', { businessId: archived }, machineKey)
  await rejects(merge(one, one), { code: 'businesses.same-business' })
  const message =
    '"Archived" is archived, so it can be neither merged nor merged into. Restore it first, or choose another.'
  await rejects(merge(one, archived), { code: 'businesses.not-at-work', message })
  await rejects(merge(archived, one), { code: 'businesses.not-at-work', message })
  equal(await isArchived(one), false)
})

test('two merges at once that would cross are one merge and one refusal', async () => {
  const [one, two] = [await business('Left'), await business('Right')]
  const settled = await Promise.allSettled([merge(one, two), merge(two, one)])
  deepEqual(settled.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  equal([await isArchived(one), await isArchived(two)].filter(Boolean).length, 1)
})

test('whoever covers one of the two merges neither, and reads no name that is not theirs', async () => {
  const [mine, theirs] = [await business('Mine'), await business('Theirs', other)]
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'operator', covers: home }] })
  await rejects(merge(mine, theirs, token), { code: 'catalogue.not-found' })
  await merge(mine, theirs)
  deepEqual(await merges({ businessId: mine }, token), [
    [{ id: mine, name: 'Mine' }, { id: theirs, name: null }, 'One shop.'],
  ])
})
