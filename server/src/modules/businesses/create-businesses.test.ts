import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { addPerson } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { call, database, machineKey } = await testWay()
const { studio } = await call('identity.found-studio', OWNER)
const studioId = idFrom('studio', Object(studio).id)
const records = await database.look()
const { id: entityId } = await call(
  'entities.create-entity',
  { name: 'A LLC', kind: 'LLC', jurisdiction: 'US-DE' },
  machineKey,
)

const create = (businesses: unknown[], token = machineKey) =>
  call('businesses.create-businesses', { businesses }, token)

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  ok(error instanceof Problem, String(error))
  return error
}

async function counts() {
  const { rows } = await records.query(`select (select count(*)::int from business) as businesses,
    (select count(*)::int from category) as categories, (select count(*)::int from audit_line) as lines,
    (select count(*)::int from event) as events`)
  return rows[0]
}

test('many businesses are one change: one line with its changes below, an event each, the rows as a digest', async () => {
  const before = await counts()
  const rows = Array.from({ length: 1000 }, (_nothing, at) => ({
    name: `Business ${at}`,
    entityId,
    categoryName: ['Retail', 'retail', 'Health'][at % 3],
  }))
  const { businessIds, newCategories } = await create(rows)
  equal(Object(businessIds).length, 1000)
  deepEqual(
    Object(newCategories)
      .map(({ name }: { name: string }) => name)
      .toSorted(),
    ['Health', 'Retail'],
  )
  const after = await counts()
  deepEqual(
    [after.businesses - before.businesses, after.categories - before.categories, after.lines - before.lines],
    [1000, 2, 1],
  )
  equal(after.events - before.events, 1002)
  const { rows: lines } = await records.query(
    'select input, jsonb_array_length(changes) as changes from audit_line order by id desc limit 1',
  )
  equal(lines[0].changes, 1002)
  deepEqual(Object.keys(lines[0].input.businesses), ['length', 'sha256'])
  equal(lines[0].input.businesses.length, 1000)

  const found = await call('businesses.list-businesses', { search: 'Business 1', limit: 2 }, machineKey)
  equal(Object(found['items'])[0].category.name, 'Retail')
})

test('one row that cannot be used refuses all, and each error says which field of which row', async () => {
  const before = await counts()
  const unknown = 'ent_01m85sb7dzab5x8gapnap5t3gm'
  const good = { name: 'Good', entityId }
  const problem = await problemOf(
    create([
      good,
      { ...good, entityId: unknown },
      good,
      { ...good, categoryName: 'New', categoryId: 'cat_01m85sb7dzab5x8gapnap5t3gm' },
    ]),
  )
  deepEqual(
    [problem.code, problem.fields.map(({ path }) => path)],
    ['businesses.rows-have-errors', ['/businesses/1/entityId', '/businesses/3/categoryName']],
  )
  const many = await problemOf(create(Array.from({ length: 300 }, () => ({ ...good, entityId: unknown }))))
  equal(many.fields.length, 50)
  ok(many.message.includes('300 errors in 300 rows'), many.message)
  deepEqual(await counts(), before)
})

test('whoever covers one entity creates in it alone, and makes no categories', async () => {
  const { id: otherId } = await call(
    'entities.create-entity',
    { name: 'B LLC', kind: 'LLC', jurisdiction: 'US-DE' },
    machineKey,
  )
  const grants = [{ role: 'operator' as const, covers: String(entityId) }]
  const { token } = await addPerson(database.app, { studioId, grants })
  await create([{ name: 'Covered', entityId }], token)
  const outside = await problemOf(
    create(
      [
        { name: 'Covered', entityId },
        { name: 'Outside', entityId: otherId },
      ],
      token,
    ),
  )
  deepEqual(
    outside.fields.map(({ path }) => path),
    ['/businesses/1/entityId'],
  )
  const named = await problemOf(
    create([{ name: 'Covered', entityId, categoryName: 'Made by nobody' }], token),
  )
  deepEqual(
    named.fields.map(({ path }) => path),
    ['/businesses/0/categoryName'],
  )
})

test('undone, the businesses are archived; archived twice, nothing changes twice; and they come back', async () => {
  const { businessIds } = await create([
    { name: 'Undone one', entityId },
    { name: 'Undone two', entityId },
  ])
  const total = async () =>
    (await call('businesses.list-businesses', { search: 'Undone' }, machineKey))['total']
  deepEqual(await call('businesses.archive-businesses', { businessIds }, machineKey), { businessIds })
  deepEqual(await call('businesses.archive-businesses', { businessIds }, machineKey), { businessIds: [] })
  equal(await total(), 0)
  await call('businesses.restore-businesses', { businessIds }, machineKey)
  equal(await total(), 2)
})

test('each has its own first day, in its history too; one to come refuses all', async () => {
  const { businessIds } = await create([
    { name: 'Long ago', entityId, effectiveOn: '2021-03-04' },
    { name: 'Today', entityId },
  ])
  const { rows } = await records.query(
    `select business.name, stage_since = effective_on as is_same, effective_on::text as since from business
     join business_move on business_id = business.id and attribute = 'stage' where business.id = any ($1) order by name`,
    [businessIds],
  )
  deepEqual(rows, [
    { name: 'Long ago', is_same: true, since: '2021-03-04' },
    { name: 'Today', is_same: true, since: new Date().toISOString().slice(0, 10) },
  ])
  const before = await counts()
  const { code, fields } = await problemOf(
    create([
      { name: 'Now', entityId },
      { name: 'To come', entityId, effectiveOn: '2199-01-01' },
    ]),
  )
  equal(code, 'businesses.rows-have-errors')
  deepEqual(
    fields.map(({ path }) => path),
    ['/businesses/1/effectiveOn'],
  )
  deepEqual(await counts(), before)
})
