import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { database, machineKey, call } = await testWay()
await call('identity.found-studio', OWNER)
const studioId = idFrom('studio', Object((await call('identity.get-me', {}, machineKey))['studio']).id)

const Summary = z.object({
  groups: z.array(z.object({ id: z.string().nullable(), name: z.string().nullable(), count: z.number() })),
  more: z.number(),
  total: z.number(),
})
const FILTER_OF: Record<string, (id: string | null) => object> = {
  stage: (id) => ({ stage: id }),
  entity: (id) => ({ entityId: id }),
  category: (id) => (id === null ? { hasCategory: false } : { categoryId: id }),
  tag: (id) => (id === null ? { hasTags: false } : { tag: id }),
}

async function summary(input: object, token = machineKey) {
  return Summary.parse(await call('businesses.summarise-businesses', input, token))
}

async function names(by: string) {
  return (await summary({ by })).groups.map(({ name }) => name)
}

async function create(what: string, input: object): Promise<string> {
  return String((await call(what, input, machineKey))['id'])
}

const entities = await Promise.all(
  ['Zeta', 'alpha'].map((name) =>
    create('entities.create-entity', { name, kind: 'LLC', jurisdiction: 'US-DE' }),
  ),
)
const categoryId = await create('businesses.create-category', { name: 'Media' })
await Promise.all(
  Array.from({ length: 24 }, (_nothing, at) =>
    create('businesses.create-business', {
      name: at % 2 ? 'Even' : 'Odd',
      entityId: entities[at % 3 === 0 ? 1 : 0],
      categoryId: at % 4 === 0 ? null : categoryId,
      stage: at % 5 === 0 ? 'closed' : 'idea',
      tags: [[], ['b2b'], ['b2b', 'b2b', 'new']][at % 3],
    }),
  ),
)

for (const by of Object.keys(FILTER_OF)) {
  test(`by ${by}, each group counts the rows that its filter lists`, async () => {
    for (const filter of [{}, { search: 'even' }, { stage: 'closed' }]) {
      const { groups, more, total } = await summary({ by, ...filter })
      equal(total, (await call('businesses.list-businesses', filter, machineKey))['total'])
      equal(more, 0)
      for (const { id, count } of groups) {
        const rows = { ...FILTER_OF[by]?.(id), ...filter }
        equal((await call('businesses.list-businesses', rows, machineKey))['total'], count, `${by} ${id}`)
      }
      if (by !== 'tag')
        equal(
          groups.reduce((sum, { count }) => sum + count, 0),
          total,
        )
    }
  })
}

test('groups come in an order that people know, and what has none is the last', async () => {
  deepEqual(await names('stage'), ['idea', 'closed'])
  deepEqual(await names('entity'), ['alpha', 'Zeta'])
  deepEqual(await names('category'), ['Media', null])
  deepEqual(await names('tag'), ['b2b', 'new', null])
})

test('a total says no more than the rows that the grants cover', async () => {
  const { token } = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'analyst', covers: entities[1] ?? null }],
  })
  for (const by of Object.keys(FILTER_OF)) {
    const { groups, total } = await summary({ by }, token)
    equal(total, 8)
    if (by === 'entity') deepEqual(groups, [{ id: entities[1], name: 'alpha', count: 8 }])
    if (by === 'tag') deepEqual(groups, [{ id: null, name: null, count: 8 }])
  }
})
