import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { database, call, machineKey } = await testWay()
const founded = await call('identity.found-studio', OWNER)
const studioId = idFrom('studio', Object(founded['studio']).id)
const LIST = 'businesses.list-businesses'

const Views = z.object({
  items: z.array(z.object({ name: z.string(), isOwn: z.boolean(), isOpen: z.boolean() })),
  total: z.number(),
})

const entity = async (name: string) =>
  String((await call('entities.create-entity', { name, kind: 'LLC', jurisdiction: 'US' }, machineKey))['id'])
const [ours, theirs] = [await entity('Ours LLC'), await entity('Theirs LLC')]
const operator = await addPerson(database.app, { studioId, grants: [{ role: 'operator', covers: null }] })
const narrow = await addPerson(database.app, { studioId, grants: [{ role: 'analyst', covers: ours }] })

async function create(name: string, input: object, token = operator.token): Promise<string> {
  return String((await call('views.create-view', { name, operation: LIST, input }, token))['id'])
}

async function views(token: string) {
  return Views.parse(await call('views.list-views', {}, token))
}

test('a view is its maker’s own until it is shared, and says to whom it is not open', async () => {
  const viewId = await create('Theirs', { entityId: theirs })
  await create('Launched', { stage: 'launched' })
  deepEqual(await views(narrow.token), { items: [], total: 0 })

  await call('views.share-view', { viewId, isShared: true }, operator.token)
  deepEqual(await views(narrow.token), { items: [{ name: 'Theirs', isOwn: false, isOpen: false }], total: 1 })
  deepEqual(await views(operator.token), {
    items: [
      { name: 'Launched', isOwn: true, isOpen: true },
      { name: 'Theirs', isOwn: true, isOpen: true },
    ],
    total: 2,
  })

  await rejects(call('views.delete-view', { viewId }, narrow.token), { code: 'views.not-found' })
  await call('views.delete-view', { viewId }, operator.token)
  equal((await views(narrow.token)).total, 0)
})

test('what the operation would not take, or the caller may not see, is refused in words and not kept', async () => {
  const before = await views(operator.token)
  await rejects(create('Wrong', { stage: 'nonsense' }), { code: 'catalogue.invalid-input' })
  await rejects(create('Unknown field', { owner: 'x' }), { code: 'catalogue.invalid-input' })
  await rejects(
    call(
      'views.create-view',
      { name: 'W', operation: 'businesses.archive-business', input: {} },
      operator.token,
    ),
    {
      code: 'views.not-a-read',
    },
  )
  await rejects(call('views.create-view', { name: 'N', operation: 'a.b', input: {} }, operator.token), {
    code: 'catalogue.unknown-operation',
  })
  await rejects(create('Hidden', { entityId: theirs }, narrow.token), {
    code: 'views.filter-not-open',
    message: `The filter names ${theirs}, which your grants do not show. Leave it out, or ask an owner or admin to widen your grants.`,
  })
  await rejects(
    call('views.create-view', { name: 'P', operation: 'identity.list-people', input: {} }, narrow.token),
    { code: 'views.read-not-open' },
  )
  deepEqual(await views(operator.token), before)
})
