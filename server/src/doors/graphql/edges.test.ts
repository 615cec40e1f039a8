import { deepEqual, equal, ok } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { graphql } from 'graphql'
import { idFrom } from '#kernel/ids.ts'
import { addPerson, addStudio } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'
import { EdgeLoader } from './edge-loader.ts'
import { graphqlSchema } from './graphql-schema.ts'
import { requestContext } from './request-context.ts'

const { call, invoke, catalogue, database, machineKey } = await testWay()
const { studio } = await call('identity.found-studio', OWNER)
const studioId = idFrom('studio', Object(studio).id)
const schema = graphqlSchema(catalogue)

/** Runs a query as whoever holds the token, and tells which operations it invoked. */
async function ask(token: string, source: string, variableValues: Record<string, unknown> = {}) {
  const invoked: string[] = []
  const contextValue = requestContext({
    invoke: (request) => {
      invoked.push(request.operation)
      return invoke(request)
    },
    requestId: randomUUID(),
    language: 'en',
    credentialOf: () => ({ token, isLocal: true }),
    handOut: () => {},
  })
  const { data, errors = [] } = await graphql({ schema, source, contextValue, variableValues })
  const codes = errors.map(({ originalError }) =>
    originalError && 'code' in originalError ? originalError.code : undefined,
  )
  return {
    data: Object(JSON.parse(JSON.stringify(data ?? null))),
    codes,
    paths: errors.map(({ path }) => path?.join('.')),
    invoked,
  }
}

async function entity(name: string, token = machineKey): Promise<string> {
  return String(
    (await call('entities.create-entity', { name, kind: 'GmbH', jurisdiction: 'DE' }, token))['id'],
  )
}

async function business(name: string, entityId: string, more: object = {}): Promise<string> {
  return String((await call('businesses.create-business', { name, entityId, ...more }, machineKey))['id'])
}

test('fifty businesses of twenty-five entities are two reads, not fifty-one', async () => {
  const entities = await Promise.all(Array.from({ length: 25 }, (_nothing, at) => entity(`Batch ${at}`)))
  await Promise.all(
    Array.from({ length: 50 }, (_nothing, at) => business(`Business ${at}`, entities[at % 25] ?? '')),
  )
  const { data, codes, invoked } = await ask(
    machineKey,
    '{ businessesListBusinesses(limit: 50) { items { name entity { id name kind jurisdiction } } } }',
  )
  deepEqual(codes, [])
  deepEqual(invoked, ['businesses.list-businesses', 'entities.list-entities'])
  const { items } = data.businessesListBusinesses
  equal(items.length, 50)
  for (const { entity: edge } of items) {
    deepEqual([edge.kind, edge.jurisdiction], ['GmbH', 'DE'])
    ok(entities.includes(edge.id))
  }
})

test('what a reference carries already costs no read', async () => {
  const { invoked, codes } = await ask(
    machineKey,
    '{ businessesListBusinesses { items { entity { id name } category { id name } } } }',
  )
  deepEqual([invoked, codes], [['businesses.list-businesses'], []])
})

test('edges of many lists in one query share their read', async () => {
  const { invoked } = await ask(
    machineKey,
    '{ a: businessesListBusinesses(limit: 3) { items { entity { kind } } } b: businessesListBusinesses(limit: 9) { items { entity { kind } } } }',
  )
  // Two lists, and at most one read of edges for each: which of them are ready together is the database's to say.
  ok(invoked.length <= 4, invoked.join())
})

test('more references than a list gives at once are read in parts', async () => {
  const asked: number[] = []
  const loader = new EdgeLoader(async (_operation, { ids }) => {
    const given = Array.isArray(ids) ? ids : []
    asked.push(given.length)
    return { items: given.map((id) => ({ id, name: `name of ${id}` })) }
  })
  const node = { noun: 'entity', operation: 'x.list-x', type: 'X', fields: new Set(['id', 'name']) }
  const ids = Array.from({ length: 450 }, (_nothing, at) => `id${at}`)
  const rows = await Promise.all([...ids, ...ids].map((id) => loader.load(node, id)))
  deepEqual(asked, [200, 200, 50])
  equal(rows[449]?.['name'], 'name of id449')
})

test('a person with a grant on one entity sees through edges what it covers', async () => {
  const mine = await entity('Mine GmbH')
  const theirs = await entity('Theirs GmbH')
  const inMine = await business('In mine', mine)
  await business('In theirs', theirs)
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'operator', covers: mine }] })
  const { data, codes } = await ask(
    token,
    `query ($ids: [ID!]) {
      businessesListBusinesses { items { id entity { id kind } } total }
      entitiesListEntities(ids: $ids) { items { id } total }
    }`,
    { ids: [mine, theirs] },
  )
  deepEqual(codes, [])
  deepEqual(data, {
    businessesListBusinesses: { items: [{ id: inMine, entity: { id: mine, kind: 'GmbH' } }], total: 1 },
    entitiesListEntities: { items: [{ id: mine }], total: 1 },
  })
})

test('an edge to what is no longer open is null with a problem, and the rest of the answer stands', async () => {
  const from = await entity('From GmbH')
  const to = await entity('To GmbH')
  const category = await call('businesses.create-category', { name: 'Their category' }, machineKey)
  const categoryId = category['id']
  const moved = await business('Moved', from, { categoryId })
  await business('Stays', to, { categoryId })
  const grants = [{ role: 'operator' as const, covers: String(categoryId) }]
  const { token } = await addPerson(database.app, { studioId, grants })
  const { data, codes, paths } = await ask(
    token,
    `mutation ($id: ID!, $to: ID!) {
      businessesUpdateBusiness(businessId: $id, entityId: $to) {
        business { entity { id kind } }
        previous { entityId entity { id kind } }
      }
    }`,
    { id: moved, to },
  )
  // Nothing that they may see is left in the entity it came from.
  deepEqual(data.businessesUpdateBusiness, {
    business: { entity: { id: to, kind: 'GmbH' } },
    previous: { entityId: from, entity: null },
  })
  deepEqual([codes, paths], [['catalogue.not-found'], ['businessesUpdateBusiness.previous.entity.kind']])
})

test('an archived business is found by its id, and by nobody of another studio', async () => {
  const home = await entity('Home GmbH')
  const id = await business('Archived', home)
  await call('businesses.archive-business', { businessId: id }, machineKey)
  const query = `query ($ids: [ID!], $home: [ID!]) {
    businessesListBusinesses(ids: $ids) { items { name } total }
    entitiesListEntities(ids: $home) { total }
  }`
  const ours = await ask(machineKey, query, { ids: [id], home: [home] })
  deepEqual(ours.data, {
    businessesListBusinesses: { items: [{ name: 'Archived' }], total: 1 },
    entitiesListEntities: { total: 1 },
  })
  const otherStudio = await addStudio(database.app)
  const { token } = await addPerson(database.app, {
    studioId: otherStudio,
    grants: [{ role: 'owner', covers: null }],
  })
  const others = await ask(token, query, { ids: [id], home: [home] })
  deepEqual(others.data, {
    businessesListBusinesses: { items: [], total: 0 },
    entitiesListEntities: { total: 0 },
  })
})

test('what was read before a change is read anew after it', async () => {
  const home = await entity('First home')
  const next = await entity('Next home')
  const id = await business('Moves twice', home)
  const move = (alias: string, to: string) =>
    `${alias}: businessesUpdateBusiness(businessId: "${id}", entityId: "${to}") { business { entity { name kind } } }`
  const { data, invoked } = await ask(
    machineKey,
    `mutation { ${move('a', next)} ${move('b', home)} ${move('c', next)} }`,
  )
  equal(data.c.business.entity.name, 'Next home')
  equal(invoked.filter((name) => name === 'entities.list-entities').length, 3)
})
