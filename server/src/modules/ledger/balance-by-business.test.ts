import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { refusal } from '#server/test-refusal.ts'
import { testByBusiness } from './test-by-business.ts'

const { act, fresh, uneven } = await testByBusiness()

test('a business that pays for another is owed it, and the entity has no more and no less', async () => {
  const book = await fresh('Both LLC')
  const { socks, hats, lines, post, between } = book
  const told = await book.balance()
  equal(told['byBusinessFrom'], '2026-01-01')
  deepEqual(await book.entries(), [])
  // Socks pay 30 for hats, and 12 that are of nobody.
  const { id } = await post(lines(['6020', 30, hats], ['6040', 12], ['1010', -42, socks]), {
    externalId: 'bill',
  })
  deepEqual(await between(id), ['hats USD -30.00', 'none USD -12.00', 'socks USD 42.00'])
  deepEqual((await act('ledger.get-entry', { entryId: id }))['sums'], [{ currency: 'USD', amount: '42.00' }])
  const even = await post(lines(['1010', 5, socks], ['4010', -5, socks]))
  deepEqual(await between(even['id']), [])
  deepEqual(await uneven(book.bookId), [])
  deepEqual(await book.balances(), {
    '1010 USD': '-37.00',
    '4010 USD': '-5.00',
    '6020 USD': '30.00',
    '6040 USD': '12.00',
  })
  const again = await post(lines(['6020', 30, hats], ['6040', 12], ['1010', -42, socks]), {
    externalId: 'bill',
  })
  deepEqual([again['id'], again['isKnown']], [id, true])
  deepEqual(await book.findings(), [])
})

test('each currency is even by itself, and what currencies gain stays with the entity', async () => {
  const book = await fresh('Euros LLC')
  const { socks, lines, post } = book
  const { id: euros } = await act('ledger.create-account', {
    bookId: book.bookId,
    code: '1012',
    name: 'Euros',
    type: 'asset',
    currency: 'EUR',
    isMonetary: true,
  })
  await book.balance({ code: '3990' })
  const { id } = await post([
    ...lines(['1010', -110, socks], ['3900', 110, { currency: 'USD' }], ['3900', -100, { currency: 'EUR' }]),
    Object.assign({ accountId: String(euros), debit: '100' }, socks),
  ])
  deepEqual(await book.between(id), [
    'socks USD 110.00',
    'none USD -110.00',
    'none EUR 100.00',
    'socks EUR -100.00',
  ])
  await act('ledger.record-rates', {
    rates: [{ base: 'EUR', quote: 'USD', on: '2026-04-30', rate: '1.2', source: 'test' }],
  })
  const { entryId, unrealised } = await act('ledger.revalue-book', { bookId: book.bookId, on: '2026-04-30' })
  deepEqual([unrealised, await book.between(entryId)], ['10.00', []])
  deepEqual(await uneven(book.bookId), [])
})

test('what stood before is evened out on the first day, and what came later on each day', async () => {
  const book = await fresh('History LLC')
  const { socks, hats, lines, post } = book
  await post(lines(['6020', 30, hats], ['1010', -30, socks]), { effectiveOn: '2025-05-01' })
  await post(lines(['6020', 10, hats], ['1010', -10, socks]), { effectiveOn: '2026-01-01' })
  await post(lines(['1010', 7, socks], ['4010', -7, socks]), { effectiveOn: '2026-02-01' })
  const late = { effectiveOn: '2026-03-05', externalId: 'late' }
  const { id: before } = await post(lines(['6040', 4], ['1010', -4, hats]), late)
  const totals = await book.balances()
  await book.balance()
  const own = (await book.entries()).filter(({ source }: { source: string }) => source === 'by-business')
  deepEqual(
    await Promise.all(
      own.map(async (one: Record<string, string>) => [
        one['effectiveOn'],
        ...(await book.between(one['id'])),
      ]),
    ),
    [
      ['2026-03-05', 'hats USD 4.00', 'none USD -4.00'],
      ['2026-01-01', 'socks USD 40.00', 'hats USD -40.00'],
    ],
  )
  deepEqual(await uneven(book.bookId, '2026-01-01'), [])
  deepEqual(await book.balances(), totals)
  // What was posted under an external id before is what it was.
  const { id, isKnown } = await post(lines(['6040', 4], ['1010', -4, hats]), late)
  deepEqual([id, isKnown], [before, true])
  // Taken back, it is even from then on; what evened out before is not taken back by itself.
  const { id: reversal } = await act('ledger.reverse-entry', { entryId: before, effectiveOn: '2026-03-09' })
  deepEqual(await book.between(reversal), ['none USD 4.00', 'hats USD -4.00'])
  deepEqual(await uneven(book.bookId, '2026-01-01'), [])
  const refused = await refusal(act('ledger.reverse-entry', { entryId: own[0].id }))
  equal(refused.code, 'ledger.evens-businesses')
  // A day before the first one: even in itself.
  const old = await post(lines(['6040', 9], ['1010', -9, hats]), { effectiveOn: '2025-01-01' })
  deepEqual(await book.between(old['id']), ['none USD -9.00', 'hats USD 9.00'])
  deepEqual(await book.findings(), [])
})

test('a reversal swaps all lines, and adds none', async () => {
  const book = await fresh('Mirror LLC')
  const { socks, hats, lines, post } = book
  await book.balance()
  await act('ledger.set-manual-limit', { bookId: book.bookId, limit: '30' })
  // 30 is the limit: what is added does not count, in the entry and in what takes it back.
  const { id } = await post(lines(['6020', 30, hats], ['1010', -30, socks]))
  const { id: reversal } = await act('ledger.reverse-entry', { entryId: id, effectiveOn: '2026-04-01' })
  deepEqual(await book.between(id), ['hats USD -30.00', 'socks USD 30.00'])
  deepEqual(await book.between(reversal), ['hats USD 30.00', 'socks USD -30.00'])
  equal(Object((await act('ledger.get-entry', { entryId: reversal })).lines).length, 4)
  deepEqual(await uneven(book.bookId), [])
})

test('what was drafted or reserved before is even when it is posted', async () => {
  const book = await fresh('Waiting LLC')
  const { socks, hats, lines, entry } = book
  const moved = lines(['6020', 8, hats], ['1010', -8, socks])
  const pending = entry(moved, { externalId: 'held' })
  const { id: pendingId } = await act('ledger.reserve-entry', pending)
  const { id: draftId, revision } = await act('ledger.save-draft', entry(moved))
  await book.balance()
  equal((await act('ledger.reserve-entry', pending))['id'], pendingId)
  for (const [operation, input] of [
    ['ledger.post-pending', { pendingId }],
    ['ledger.post-draft', { draftId, revision }],
  ] as const) {
    const { id } = await act(operation, input)
    deepEqual(await book.between(id), ['hats USD -8.00', 'socks USD 8.00'], operation)
  }
})

test('posts that run while it begins are even, whichever comes first', async () => {
  const book = await fresh('Race LLC')
  const { socks, hats, lines, post } = book
  const posts = Array.from({ length: 60 }, async (_nothing, at) =>
    post(lines(['6020', at + 1, hats], ['1010', -at - 1, socks]), { effectiveOn: '2026-02-01' }),
  )
  await Promise.all([...posts, book.balance()])
  deepEqual(await uneven(book.bookId, '2026-01-01'), [])
  equal((await book.balances())['6020 USD'], '1830.00')
})
