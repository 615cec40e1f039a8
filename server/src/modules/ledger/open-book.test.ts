import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '#server/modules/identity/roles.ts'
import { createWay } from '#server/system.ts'
import { addPerson } from '#server/test-people.ts'
import { caller } from '#server/test-system.ts'
import { refusal } from '#server/test-refusal.ts'
import { CHARTS } from './charts.ts'
import { CHARTS_DE } from './charts-de.ts'
import { testLedger } from './test-ledger.ts'

const way = await testLedger()
const { act, ours, theirs } = way

test('an entity keeps one book, in the currency that it has and keeps', async () => {
  equal((await refusal(act('ledger.open-book', { entityId: ours.entityId }))).code, 'ledger.book-exists')
  const { id: bare } = await act('entities.create-entity', {
    name: 'Bare Ltd',
    kind: 'Ltd',
    jurisdiction: 'GB',
  })
  const unknown = await refusal(act('ledger.open-book', { entityId: bare }))
  equal(unknown.code, 'ledger.no-currency')
  await act('entities.update-entity', { entityId: bare, functionalCurrency: 'GBP', fiscalYearEnd: '03-31' })
  const book = await act('ledger.open-book', { entityId: bare, chart: 'none', basis: 'cash' })
  deepEqual(
    [book['currency'], book['fiscalYearEnd'], book['basis'], book['accounts']],
    ['GBP', '03-31', 'cash', 0],
  )
  const changed = await refusal(act('entities.update-entity', { entityId: bare, functionalCurrency: 'EUR' }))
  equal(changed.code, 'entities.currency-in-use')
  await act('entities.update-entity', { entityId: bare, name: 'Bare Limited' })
})

test('the chart of an LLC has the capital of each member', async () => {
  const entityId = await way.entity('Two Members LLC')
  const { id: ada } = await act('entities.create-holder', { name: 'Ada', kind: 'person' })
  for (const owner of [{ holderId: ada }, { entityId: ours.entityId }])
    await act('entities.record-stake', {
      entityId,
      owner,
      votingPercent: '50',
      economicPercent: '50',
      from: '2020-01-01',
    })
  const { id: bookId } = await act('ledger.open-book', { entityId, chart: 'us-gaap-llc' })
  const { items } = await act('ledger.list-accounts', { bookId, search: 'Capital of' })
  deepEqual(
    Object(items).map(({ code, name }: Record<string, string>) => `${code} ${name}`),
    ['3010.01 Capital of Ada', '3010.02 Capital of Holding LLC'],
  )
})

test('an account that cannot be is refused in words', async () => {
  const create = (given: object) =>
    refusal(
      act('ledger.create-account', {
        bookId: ours.bookId,
        code: '9000',
        name: 'New',
        type: 'asset',
        ...given,
      }),
    )
  const code = async (given: object) => (await create(given)).code
  equal(await code({ code: '1010' }), 'ledger.code-taken')
  equal(await code({ type: 'equity', role: 'exchange' }), 'ledger.role-taken')
  equal(await code({ currency: 'EUR' }), 'ledger.foreign-not-monetary')
  equal(await code({ type: 'expense', isMonetary: true }), 'ledger.not-monetary')
  equal(await code({ role: 'cash' }), 'ledger.role-does-not-fit')
  equal(await code({ parentId: theirs.account('1000') }), 'ledger.wrong-parent')
  equal(await code({ parentId: ours.account('2000') }), 'ledger.wrong-parent')
  equal(await code({ floor: '1.001' }), 'ledger.amount-refused')
  equal(await code({ code: 'a b' }), 'catalogue.invalid-input')
})

test('an account that holds something stays; empty it is archived, takes nothing, and comes back', async () => {
  const book = await way.open(await way.entity('Archive LLC'))
  await book.post(book.lines(['1200', 5], ['3010', -5]))
  const accountId = book.account('1200')
  const held = await refusal(act('ledger.update-account', { accountId, isArchived: true }))
  match(held.message, /still holds 5\.00 USD/)
  await book.post(book.lines(['1200', -5], ['3010', 5]))
  await act('ledger.update-account', { accountId, isArchived: true })
  match((await refusal(book.post(book.lines(['1200', 5], ['3010', -5])))).message, /is archived/)
  await act('ledger.update-account', { accountId, isArchived: false, revision: 2 })
  await book.post(book.lines(['1200', 5], ['3010', -5]))
  equal(
    (await refusal(act('ledger.update-account', { accountId, revision: 1 }))).code,
    'ledger.changed-meanwhile',
  )
})

test('whoever is a moment later is told the same as whoever comes later', async () => {
  const book = await way.open(await way.entity('At once LLC'))
  const account = { bookId: book.bookId, code: '9100', name: 'At once', type: 'asset' }
  deepEqual(
    await codes([1, 2, 3, 4].map(() => act('ledger.create-account', account))),
    Array(3).fill('ledger.code-taken'),
  )
  const entry = (amount: number) =>
    book.entry(book.lines(['1010', amount], ['3010', -amount]), { externalId: 'at-once' })
  const another = createWay(way.database.app, way.wayIn).invoke
  const posts = [5, 5, 6].flatMap((amount) => [
    act('ledger.post-entry', entry(amount)),
    caller(another)('ledger.post-entry', entry(amount), way.machineKey),
  ])
  const refused = await codes(posts)
  deepEqual(new Set(refused), new Set(['ledger.external-id-taken']))
  const { total } = await act('ledger.list-entries', { bookId: book.bookId, search: 'at-once' })
  equal(total, 1)
})

test('whoever covers an entity sees its book and no other; finance posts, an analyst reads, an operator does neither', async () => {
  await ours.post(ours.lines(['1010', 5], ['3010', -5]))
  await theirs.post(theirs.lines(['1010', 7], ['3010', -7]))
  const narrow = await person('finance', ours.entityId)
  const { items } = await act('ledger.list-books', {}, narrow)
  deepEqual(
    Object(items).map(({ id }: { id: string }) => id),
    [ours.bookId],
  )
  equal(
    (await refusal(act('ledger.get-trial-balance', { bookId: theirs.bookId }, narrow))).code,
    'ledger.book-not-found',
  )
  const entry = ours.entry(ours.lines(['1010', 1], ['3010', -1]))
  await act('ledger.post-entry', entry, narrow)
  equal(
    (await refusal(act('ledger.post-entry', theirs.entry(theirs.lines(['1010', 1], ['3010', -1])), narrow)))
      .code,
    'ledger.book-not-found',
  )
  const { cash } = await act('ledger.summarise-cash', {}, narrow)
  deepEqual(cash, [{ currency: 'USD', amount: '6.00', books: 1 }])
  const analyst = await person('analyst')
  await act('ledger.get-trial-balance', { bookId: ours.bookId }, analyst)
  for (const role of ['analyst', 'operator', 'auditor'] as const)
    equal(
      (await refusal(act('ledger.post-entry', entry, await person(role)))).code,
      'catalogue.permission-missing',
    )
})

async function person(role: Role, covers: string | null = null): Promise<string> {
  const grants = [{ role, covers }]
  return (await addPerson(way.database.app, { studioId: way.studioId, grants })).token
}

/** Of those that were refused; whatever is no problem shows as what it is. */
async function codes(attempts: Promise<unknown>[]): Promise<string[]> {
  const done = await Promise.allSettled(attempts)
  return done.flatMap((one) => (one.status === 'rejected' ? [String(Object(one.reason).code)] : []))
}

test('its accounts are named in German where that is asked for, every one of every chart', async () => {
  const english = new Set(Object.values(CHARTS).flatMap((chart) => chart.map(({ name }) => name)))
  deepEqual([...english].toSorted(), Object.keys(CHARTS_DE).toSorted())
  const entityId = await way.entity('Kontenplan GmbH')
  const { id: ada } = await act('entities.create-holder', { name: 'Ada Lang', kind: 'person' })
  const whole = { votingPercent: '100', economicPercent: '100', from: '2020-01-01' }
  await act('entities.record-stake', { entityId, owner: { holderId: ada }, ...whole })
  const { id: bookId } = await act('ledger.open-book', { entityId, chart: 'us-gaap-llc', language: 'de' })
  const { items } = await act('ledger.list-accounts', { bookId, limit: 200 })
  const names = new Map(Object(items).map(({ code, name }: Record<string, string>) => [code, name]))
  deepEqual(
    ['1010', '3010.01', '6010'].map((code) => names.get(code)),
    ['Geschäftskonto', 'Kapital von Ada Lang', 'Löhne, Gehälter und freie Mitarbeiter'],
  )
})
