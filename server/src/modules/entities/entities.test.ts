import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { OWNER, testWay } from '#server/test-system.ts'
import { EntityStatus, STATUS_TRANSITIONS } from './entity-states.ts'

const { database, machineKey, call, catalogue } = await testWay()
await call('identity.found-studio', OWNER)
const records = await database.look()
const ask = (operation: string, input: object) => call(`entities.${operation}`, input, machineKey)

async function entity(given: object = {}) {
  const name = `Holding ${newId('entity').slice(-8)} LLC`
  return ask('create-entity', { name, kind: 'LLC', jurisdiction: 'US-DE', ...given })
}

test('an entity of three fields says honestly what is not known of it', async () => {
  const made = await entity({ name: 'Bare LLC' })
  const { id, createdAt, updatedAt, ...rest } = await ask('get-entity', { entityId: made['id'] })
  deepEqual([id, createdAt, updatedAt], [made['id'], made['createdAt'], made['updatedAt']])
  deepEqual(rest, {
    name: 'Bare LLC',
    kind: 'LLC',
    jurisdiction: 'US-DE',
    status: 'active',
    ein: null,
    lei: null,
    registrationNumber: null,
    registeredAddress: null,
    postalAddress: null,
    functionalCurrency: null,
    fiscalYearEnd: null,
    revision: 1,
  })
})

test('a change is undone to what it was, its status too', async () => {
  const before = await entity()
  const change = { entityId: before['id'], ein: '12-3456789', functionalCurrency: 'EUR', status: 'dissolved' }
  const output = await ask('update-entity', change)
  const operation = catalogue.get('entities.update-entity')
  const undo = present(operation.undo(operation.prepare(change), output), 'an undo')
  const undone = await call(undo.operation, undo.input, machineKey)
  deepEqual(undone['entity'], {
    ...before,
    revision: 3,
    updatedAt: Object(undone['entity']).updatedAt,
  })
})

test('what is no identifier, no currency and no day is told at its field', async () => {
  const wrong = {
    ein: '07-1234567',
    lei: '506700GE1G29325QX364',
    functionalCurrency: 'EUX',
    fiscalYearEnd: '02-30',
  }
  for (const [field, value] of Object.entries(wrong)) {
    const refused = await entity({ [field]: value }).catch((error: unknown) => error)
    deepEqual(
      [Object(refused).code, Object(refused).fields[0]?.path],
      ['catalogue.invalid-input', `/${field}`],
    )
  }
})

test('an identifier that another entity has is refused, and the other is named', async () => {
  await entity({
    name: 'First LLC',
    ein: '20-0000001',
    lei: '506700GE1G29325QX363',
    registrationNumber: 'HRB 1',
  })
  const { id } = await entity({ jurisdiction: 'US-NY', registrationNumber: 'HRB 1' })
  for (const taken of [
    { ein: '20-0000001' },
    { lei: '506700GE1G29325QX363' },
    { jurisdiction: 'us-de', registrationNumber: 'hrb 1' },
  ]) {
    await rejects(entity(taken), { code: 'entities.identifier-taken', message: /"First LLC"/ })
    await rejects(ask('update-entity', { entityId: id, ...taken }), { code: 'entities.identifier-taken' })
  }
  await rejects(ask('update-entity', { entityId: id, name: 'FIRST llc' }), {
    code: 'entities.entity-name-taken',
  })
})

test('who read an older revision is told, and a status moves along its table', async () => {
  const { id: entityId } = await entity()
  await ask('update-entity', { entityId, status: 'dissolved' })
  await ask('update-entity', { entityId, kind: 'Inc.' })
  await rejects(ask('update-entity', { entityId, status: 'dormant' }), {
    code: 'entities.no-such-status-move',
  })
  await rejects(ask('update-entity', { entityId, revision: 1, kind: 'GmbH' }), {
    code: 'entities.changed-meanwhile',
  })
  const same = await ask('update-entity', { entityId, kind: 'Inc.' })
  deepEqual([Object(same['entity']).revision, same['previous']], [3, {}])
})

async function names(filter: object): Promise<string[]> {
  const { items } = await ask('list-entities', filter)
  return Object(items).map(({ name }: { name: string }) => name)
}

test('the list finds by words and status', async () => {
  await entity({ name: '100 % Wind_kraft GmbH', registrationNumber: 'HRB 777' })
  deepEqual(await names({ search: '0 % wind_' }), ['100 % Wind_kraft GmbH'])
  deepEqual(await names({ search: 'hrb 777' }), ['100 % Wind_kraft GmbH'])
  deepEqual(await names({ search: '100 % wind_', status: 'dormant' }), [])
})

test('the table holds the words of the status, and the identifiers', async () => {
  deepEqual(Object.keys(STATUS_TRANSITIONS), EntityStatus.options)
  const { rows } = await records.query(
    `select pg_get_constraintdef(oid) as check from pg_constraint where conname = 'entity_status_check'`,
  )
  deepEqual(
    [...String(rows[0].check).matchAll(/'([a-z]+)'::text/g)].map(([, word]) => word),
    EntityStatus.options,
  )
  const { id } = await entity()
  await rejects(records.query(`update entity set lei = 'no' where id = $1`, [id]), /entity_lei_check/)
  equal((await entity({ ein: '20-0000009' }))['ein'], '20-0000009')
})
