import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { rowsOf, testGroup, withPartner, type TestBook } from './test-group.ts'

const group = await testGroup()
const { act, book, consolidate, figures, owns, records } = group

const side = ({ entityId }: TestBook) => ({ entityId, isOverhead: true })

const post = (kind: string, from: TestBook, to: TestBook, more: object = {}) => {
  const given = { kind, amount: '100', currency: 'USD', effectiveOn: '2026-03-31', memo: 'Between the two' }
  return act('group.post-intercompany', Object.assign(given, { from: side(from), to: side(to) }, more))
}

test('one action posts both books, matched from birth, and its entries are verified as any others', async () => {
  const [parent, child] = [await book('Giver'), await book('Taker')]
  const pair = await post('charge', parent, child, { agreement: 'Services of 2026' })
  await post('loan', parent, child, { amount: '1000' })
  await rejects(post('paid-for', parent, child, { amount: '30' }), /to\.debitAccountId/)
  const bill = { entityId: child.entityId, debitAccountId: child.account('6050'), isOverhead: true }
  await post('paid-for', parent, child, { amount: '30', to: bill })
  await post('settlement', child, parent, { amount: '60' })
  await post('capital', parent, child, { amount: '500' })
  await post('dividend', child, parent, { amount: '20' })
  deepEqual(await parent.balances(), {
    // -1000 - 30 + 60 - 500 + 20
    '1010 USD': '-1450.00',
    // 100 + 30 - 60
    '1150 USD': '70.00',
    '1600 USD': '500.00',
    '1650 USD': '1000.00',
    '4100 USD': '-100.00',
    '7110 USD': '-20.00',
  })
  deepEqual(await child.balances(), {
    '1010 USD': '1420.00',
    '2050 USD': '-70.00',
    '2550 USD': '-1000.00',
    '3010 USD': '-500.00',
    '3500 USD': '20.00',
    '6050 USD': '30.00',
    '6060 USD': '100.00',
  })
  const [entry, other] = await Promise.all(
    [pair['fromEntryId'], pair['toEntryId']].map((entryId) => act('ledger.get-entry', { entryId })),
  )
  equal(entry?.['externalId'], `intercompany:${String(pair['id'])}`)
  equal(other?.['externalId'], entry?.['externalId'])
  deepEqual(
    rowsOf(entry ?? {}, 'lines').map(({ partnerEntity }) => partnerEntity),
    [
      { id: child.entityId, name: 'Taker' },
      { id: child.entityId, name: 'Taker' },
    ],
  )
  equal((await act('group.list-disagreements', { asOf: '2026-12-31' }))['total'], 0)
  equal((await act('group.list-pairs', { entityId: child.entityId }))['total'], 6)
  const verified = await act('ledger.verify-entries', { bookId: parent.bookId })
  deepEqual([verified['checked'], verified['findings']], [6, []])
  const lines = await act('ledger.list-lines', {
    accountId: parent.account('1150'),
    partnerEntityId: child.entityId,
  })
  equal(lines['total'], 3)
  deepEqual([...new Set(rowsOf(lines, 'items').map(({ balance }) => balance))], [null])
})

test('in the currency of one of two books, the other keeps the same debt in it, at the rate of the day', async () => {
  const [parent, child] = [await book('Dollars'), await book('Euros', 'EUR')]
  const euros = { currency: 'EUR', amount: '200' }
  await rejects(post('charge', child, parent, euros), /Due to group entities.*due-to-group.* in EUR/)
  await act('ledger.create-account', {
    bookId: parent.bookId,
    code: '2051',
    name: 'Due to group entities in euros',
    type: 'liability',
    caption: 'due-to-group',
    currency: 'EUR',
    isMonetary: true,
  })
  await rejects(post('charge', child, parent, euros), /no rate from EUR to USD/)
  equal(
    (
      await records.query('select from entry where source = $1 and book_id = $2', [
        'intercompany',
        child.bookId,
      ])
    ).rowCount,
    0,
  )
  await act('ledger.record-rates', {
    rates: [{ base: 'EUR', quote: 'USD', on: '2026-03-30', rate: '1.25', source: 'A test' }],
  })
  await post('charge', child, parent, euros)
  deepEqual(await child.balances(), { '1150 EUR': '200.00', '4100 EUR': '-200.00' })
  deepEqual(await parent.balances(), {
    '2051 EUR': '-200.00',
    '3900 EUR': '200.00',
    '3900 USD': '-250.00',
    '6060 USD': '250.00',
  })
  equal((await act('group.list-disagreements', { asOf: '2026-12-31' }))['total'], 0)
})

test('what is wrong is refused in words, and nothing moves', async () => {
  const [parent, child] = [await book('Wrong Giver'), await book('Wrong Taker')]
  await rejects(post('loan', parent, parent), /Both sides are Wrong Giver/)
  await rejects(post('loan', parent, child, { amount: '0' }), /no amount that can be posted/)
  await rejects(post('loan', parent, child, { amount: '1.001' }), /no amount that can be posted/)
  await rejects(
    post('charge', parent, child, { to: { entityId: child.entityId } }),
    /names no business|business|overhead/i,
  )
  const bare = await group.entity('Without a book')
  await rejects(post('loan', parent, child, { to: { entityId: bare } }), /Without a book has no book/)
  await rejects(
    post('loan', parent, child, { to: { entityId: child.entityId, debitAccountId: parent.account('1010') } }),
    /no account at work in the book of Wrong Taker/,
  )
  deepEqual([await parent.balances(), await child.balances()], [{}, {}])
})

test('an import out of balance is on the list, in the exceptions, and in the consolidation as a difference', async () => {
  const [parent, child] = [await book('Says 500'), await book('Says 450')]
  await owns(parent, child, '100')
  const on = { effectiveOn: '2026-03-31', source: 'import' }
  await parent.post(
    parent.lines(['1150', 500, { partnerEntityId: child.entityId }], ['4100', -500, withPartner(child)]),
    on,
  )
  await child.post(
    child.lines(['6060', 450, withPartner(parent)], ['2050', -450, { partnerEntityId: parent.entityId }]),
    on,
  )
  const listed = await act('group.list-disagreements', { asOf: '2026-03-31' })
  const ofEntity = async (entityId: string) =>
    (await act('group.list-disagreements', { asOf: '2026-03-31', entityId }))['total']
  const stranger = await act('entities.create-entity', {
    name: 'Stranger LLC',
    kind: 'LLC',
    jurisdiction: 'US',
  })
  deepEqual(
    [await ofEntity(parent.entityId), await ofEntity(child.entityId), await ofEntity(String(stranger['id']))],
    [2, 2, 0],
  )
  const isParentFirst = parent.entityId < child.entityId
  deepEqual(
    rowsOf(listed, 'items').map(({ topic, currency, difference, first, second }) => [
      topic,
      currency,
      difference,
      Object(first).amount,
      Object(second).amount,
    ]),
    isParentFirst
      ? [
          ['balances', 'USD', '50.00', '500.00', '450.00'],
          ['results', 'USD', '50.00', '500.00', '450.00'],
        ]
      : [
          ['balances', 'USD', '-50.00', '-450.00', '-500.00'],
          ['results', 'USD', '-50.00', '-450.00', '-500.00'],
        ],
  )
  const exceptions = rowsOf(await act('exceptions.list-exceptions', { rule: 'group.disagreements' }), 'items')
  equal(exceptions.length, 2)
  match(String(exceptions[0]?.['says']), /500\.00 USD.*450\.00 USD|450\.00 USD.*500\.00 USD/)

  const made = await consolidate(parent, '2026-01-01', '2026-03-31')
  const { kinds, totals } = await figures(made)
  deepEqual(totals, { 'due-from-group': '50.00', 'revenue-group': '50.00' })
  equal(kinds['due-from-group elimination:difference'], '50.00')
  equal(made['difference'], '0.00')
  // From the figure to both entities' lines, and from a line to its entries.
  const parts = rowsOf(
    await act('group.list-consolidation-lines', {
      consolidationId: made['id'],
      caption: 'due-from-group',
      kind: 'elimination:balances',
    }),
    'items',
  )
  deepEqual(
    parts.map(({ closing, entity, partner, entries }) => [
      closing,
      Object(entity).id,
      Object(partner).id,
      Object(entries).accountId,
    ]),
    [['-500.00', parent.entityId, child.entityId, parent.account('1150')]],
  )
  const { accountId, partnerEntityId, to } = Object(parts[0]?.['entries'])
  equal((await act('ledger.list-lines', { accountId, partnerEntityId, to }))['total'], 1)
})

test('made again from the same, a consolidation is the same; what was recorded later is left out', async () => {
  const [parent, child] = [await book('Repeats'), await book('Is repeated')]
  await owns(parent, child, '100')
  await post('loan', parent, child)
  const first = await consolidate(parent, '2026-01-01', '2026-03-31')
  const again = await consolidate(parent, '2026-01-01', '2026-03-31')
  equal(again['digest'], first['digest'])
  await post('charge', parent, child, { amount: '7' })
  await parent.post(parent.lines(['1010', 9], ['4010', -9]))
  const now = await consolidate(parent, '2026-01-01', '2026-03-31')
  equal(now['result'], '9.00')
  const asKnown = await consolidate(parent, '2026-01-01', '2026-03-31', { recordedAt: first['knownAt'] })
  deepEqual([asKnown['digest'], asKnown['result']], [first['digest'], '0.00'])
})

test('who covers one entity alone is refused, and does not get a smaller sum', async () => {
  const [parent, child] = [await book('Covered'), await book('Not covered')]
  await owns(parent, child, '100')
  const grants = [{ role: 'admin', covers: parent.entityId }]
  const { token } = await act('identity.create-api-key', { name: 'One entity', grants })
  const asked = { entityId: parent.entityId, from: '2026-01-01', to: '2026-03-31' }
  await rejects(act('group.consolidate-entity', asked, String(token)), {
    code: 'catalogue.permission-missing',
  })
  const made = await consolidate(parent, asked.from, asked.to)
  await rejects(act('group.get-consolidation', { id: made['id'] }, String(token)), {
    code: 'catalogue.permission-missing',
  })
  await parent.post(parent.lines(['1150', 5, { partnerEntityId: child.entityId }], ['1010', -5]))
  const rule = { rule: 'group.disagreements', entityId: parent.entityId }
  const [whole, part] = [
    await act('exceptions.list-exceptions', rule),
    await act('exceptions.list-exceptions', rule, String(token)),
  ]
  deepEqual([Number(whole['total']), part['total']], [parent.entityId < child.entityId ? 1 : 0, 0])
  await rejects(act('group.list-disagreements', {}, String(token)), { code: 'catalogue.permission-missing' })
  // Both sides of a pair must be covered, and a pair that is not is not on the list.
  const loan = {
    kind: 'loan',
    from: { entityId: parent.entityId },
    to: { entityId: child.entityId },
    amount: '5',
    currency: 'USD',
    effectiveOn: '2026-03-31',
    memo: 'A loan',
  }
  await rejects(act('group.post-intercompany', loan, String(token)), /is open to you/)
  await act('group.post-intercompany', loan)
  equal((await act('group.list-pairs', { entityId: parent.entityId }, String(token)))['total'], 0)
})
