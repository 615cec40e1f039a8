import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { idFrom } from '#kernel/ids.ts'
import { addPerson } from '#server/test-people.ts'
import { OWNER, testWay } from '#server/test-system.ts'

const { database, call, machineKey } = await testWay()
const founded = await call('identity.found-studio', OWNER)
const studioId = idFrom('studio', Object(founded['studio']).id)
const make = async (operation: string, input: object) =>
  String((await call(operation, input, machineKey))['id'])
const entity = (name: string) => make('entities.create-entity', { name, kind: 'LLC', jurisdiction: 'US' })
const [home, other] = [await entity('Ada Holdings'), await entity('Other LLC')]
const shop = await make('businesses.create-business', { name: 'Ada Shop', entityId: home })
await make('businesses.create-business', { name: 'Mada', entityId: home })
await make('businesses.create-business', {
  name: 'Zeta',
  entityId: other,
  description: 'Sells 100 % of Ada.',
})
await make('kpis.create-kpi', { name: 'Ada index', unit: 'count' })

async function found(words: string, token = machineKey): Promise<string[][]> {
  const { items } = await call('search.search-everything', { words }, token)
  return Object(items).map(({ kind, title }: { kind: string; title: string }) => [kind, title])
}

test('names that begin so come before names that have it, and these before descriptions', async () => {
  deepEqual(await found('ada'), [
    ['entity', 'Ada Holdings'],
    ['kpi', 'Ada index'],
    ['person', 'Ada Lovelace'],
    ['business', 'Ada Shop'],
    ['business', 'Mada'],
    ['business', 'Zeta'],
  ])
})

test('an id is found, and signs of patterns are only letters', async () => {
  deepEqual(await found(shop), [['business', 'Ada Shop']])
  deepEqual(await found('100 %'), [['business', 'Zeta']])
  deepEqual(await found('%'), [['business', 'Zeta']])
  deepEqual(await found('_'), [])
  deepEqual(await found(String.raw`\ ' "; drop`), [])
})

test('nobody finds what their lists do not show', async () => {
  const owner = await addPerson(database.app, { studioId, grants: [{ role: 'owner', covers: other }] })
  deepEqual(await found('lovelace', owner.token), [])
  const narrow = await addPerson(database.app, { studioId, grants: [{ role: 'analyst', covers: other }] })
  deepEqual(await found('ada', narrow.token), [
    ['kpi', 'Ada index'],
    ['business', 'Zeta'],
  ])
  const role = { permissions: ['search.read', 'kpis.read'] }
  const few = await addPerson(database.app, { studioId, grants: [{ role, covers: null }] })
  deepEqual(await found('ada', few.token), [['kpi', 'Ada index']])
})

test('books are found by their entity, accounts by code and name, and an entry by its ids', async () => {
  const currency = 'EUR'
  const given = { name: 'Quill Press LLC', kind: 'LLC', jurisdiction: 'US', functionalCurrency: currency }
  const entityId = await make('entities.create-entity', given)
  const bookId = await make('ledger.open-book', { entityId, chart: 'us-gaap-llc' })
  deepEqual(await found('quill'), [
    ['book', 'Quill Press LLC'],
    ['entity', 'Quill Press LLC'],
  ])
  deepEqual(await found(bookId), [['book', 'Quill Press LLC']])
  deepEqual(await found('1010 oper'), [['account', '1010 Operating bank account']])
  deepEqual(await found('operating bank'), [['account', '1010 Operating bank account']])
  const { items } = await call('ledger.list-accounts', { bookId, search: 'bank' }, machineKey)
  const [first, second] = Object(items)
  const lines = [
    { accountId: first.id, debit: '1' },
    { accountId: second.id, credit: '1' },
  ]
  const posted = { bookId, effectiveOn: '2026-01-31', memo: 'Moved', externalId: 'tr_77', lines }
  const entryId = await make('ledger.post-entry', posted)
  deepEqual(await found('tr_77'), [['entry', 'Moved']])
  deepEqual(await found(entryId), [['entry', 'Moved']])
  const elsewhere = await addPerson(database.app, { studioId, grants: [{ role: 'owner', covers: other }] })
  for (const words of ['quill', 'operating bank', 'tr_77', entryId, bookId])
    deepEqual(await found(words, elsewhere.token), [])
})
