import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { OWNER, testWay } from '#server/test-system.ts'

const { machineKey, call } = await testWay()
await call('identity.found-studio', OWNER)

const Rows = z.object({
  items: z.array(
    z.object({ id: z.string(), name: z.string(), category: z.object({ name: z.string() }).nullable() }),
  ),
  nextCursor: z.string().nullable(),
  total: z.number(),
})
const SORTS = ['name', 'stage', 'entity', 'category', 'updated', 'created']
const STAGES = ['idea', 'validation', 'solution', 'launched', 'growing', 'spun-out', 'exited', 'closed']

async function list(input: object) {
  return Rows.parse(await call('businesses.list-businesses', input, machineKey))
}

async function create(what: string, input: object): Promise<string> {
  return String((await call(what, input, machineKey))['id'])
}

/** Sixty businesses with few different values in every column that can be sorted by: ties are the rule. */
async function seed(): Promise<string[]> {
  const entities = await Promise.all(
    ['Zeta', 'alpha', 'Ärger'].map((name) =>
      create('entities.create-entity', { name, kind: 'LLC', jurisdiction: 'US-DE' }),
    ),
  )
  const categories = await Promise.all(
    ['Media', 'commerce'].map((name) => create('businesses.create-category', { name })),
  )
  return Promise.all(
    Array.from({ length: 60 }, (_nothing, at) =>
      create('businesses.create-business', {
        name: `${['same', 'Same', 'émile', 'Zoo', 'a'][at % 5]}`,
        entityId: entities[at % 3],
        categoryId: at % 4 === 0 ? null : categories[at % 2],
        stage: STAGES[(at * 5) % 8],
      }),
    ),
  )
}
const ids = await seed()

async function walk(given: { sort: string; descending: boolean }, limit: number): Promise<string[]> {
  const found: string[] = []
  for (let cursor: string | null | undefined; cursor !== null && found.length < 200;) {
    const page = await list({ ...given, limit, ...(cursor !== undefined && { cursor }) })
    equal(page.total, ids.length)
    found.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  return found
}

for (const sort of SORTS) {
  test(`by ${sort}, pages of any size put together are the whole, in both directions`, async () => {
    for (const descending of [false, true]) {
      const whole = (await list({ sort, descending, limit: 200 })).items.map(({ id }) => id)
      deepEqual(new Set(whole), new Set(ids))
      equal(whole.length, ids.length)
      for (const limit of [1, 7, 59]) deepEqual(await walk({ sort, descending }, limit), whole)
    }
  })
}

test('what has no category stands last in both directions, and stages go by life', async () => {
  for (const descending of [false, true]) {
    const { items } = await list({ sort: 'category', descending, limit: 200 })
    const names = items.map(({ category }) => category?.name)
    const present = descending ? ['Media', 'commerce'] : ['commerce', 'Media']
    deepEqual([...new Set(names)], [...present, undefined])
  }
  const stages = await call('businesses.list-businesses', { sort: 'stage', limit: 200 }, machineKey)
  deepEqual(
    [
      ...new Set(
        z
          .array(z.object({ stage: z.string() }))
          .parse(stages['items'])
          .map(({ stage }) => stage),
      ),
    ],
    STAGES,
  )
})

test('rows that change between two pages hide no other row', async () => {
  const first = await list({ sort: 'updated', limit: 20 })
  const [moved] = first.items
  await call('businesses.update-business', { businessId: moved?.id, description: 'moved' }, machineKey)
  const rest = await list({ sort: 'updated', limit: 200, cursor: first.nextCursor })
  const seen = new Set([...first.items, ...rest.items].map(({ id }) => id))
  equal(seen.size, ids.length)
  equal(rest.items.at(-1)?.id, moved?.id)
})

function forged(parts: unknown): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

test('a cursor of another order, or one written by hand, is refused', async () => {
  const { nextCursor } = await list({ sort: 'updated', limit: 1 })
  for (const input of [
    { sort: 'updated', descending: true, cursor: nextCursor },
    { sort: 'created', cursor: nextCursor },
    { sort: 'updated', cursor: forged(['updated,1', 'tomorrow', 'biz_']) },
    { sort: 'updated', cursor: forged(['updated,1', null, 'biz_']) },
    { sort: 'name', cursor: forged(['name,1', 'a\u0000', 'biz_']) },
  ]) {
    await rejects(list(input), { code: 'catalogue.invalid-cursor' }, JSON.stringify(input))
  }
})

test('what has no category, a tag or none is found by it', async () => {
  await call('businesses.update-business', { businessId: ids[0], tags: ["it's", 'b2b'] }, machineKey)
  equal((await list({ hasCategory: false })).total, 15)
  equal((await list({ hasCategory: true })).total, 45)
  deepEqual(
    (await list({ tag: "it's" })).items.map(({ id }) => id),
    [ids[0]],
  )
  equal((await list({ tag: "it's b2b" })).total, 0)
  equal((await list({ hasTags: false })).total, 59)
})
