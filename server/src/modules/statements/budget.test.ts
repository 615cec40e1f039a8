import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testLedger } from '../ledger/test-ledger.ts'
import { rowsOf } from './test-statements.ts'

test('a budget stands beside what was, by account and business, and its variance with it', async () => {
  const { act, ours, business } = await testLedger()
  const shop = await business(ours.entityId, 'Sock shop')
  const { bookId } = ours
  const [sales, goods] = [ours.account('4010'), ours.account('5010')]
  await ours.post(ours.lines(['1010', 900], ['4010', -900, { businessId: shop }]), {
    effectiveOn: '2026-02-01',
  })
  await act('statements.set-budget', {
    bookId,
    lines: [
      { accountId: sales, businessId: shop, month: '2026-02', amount: '1000' },
      { accountId: sales, month: '2026-02', amount: '50.50' },
      { accountId: goods, businessId: shop, month: '2026-03', amount: '400' },
      { accountId: goods, businessId: shop, month: '2026-04', amount: '1' },
    ],
  })
  const ask = {
    kind: 'income-statement',
    periods: [{ from: '2026-01-01', to: '2026-03-31' }],
    isWithBudget: true,
  }
  const book = await act('statements.get-statement', { ...ask, bookId })
  assert.deepEqual(
    Object(book['columns']).map(({ kind }: { kind: string }) => kind),
    ['actual', 'budget', 'variance'],
  )
  assert.deepEqual(
    [
      rowsOf(book)['4010 Product sales'],
      rowsOf(book)['5010 Goods and fulfilment'],
      rowsOf(book)['Net result'],
    ],
    ['900.00 | 1050.50 | -150.50', '0.00 | 400.00 | -400.00', '900.00 | 650.50 | 249.50'],
  )
  // Ten days of 28, of 1,000 and of 50.50, and none of March: a running month is not held against a whole one.
  const part = await act('statements.get-statement', {
    ...ask,
    bookId,
    periods: [{ from: '2026-02-01', to: '2026-02-10' }],
  })
  assert.deepEqual(
    [rowsOf(part)['4010 Product sales'], rowsOf(part)['5010 Goods and fulfilment']],
    ['900.00 | 375.18 | 524.82', undefined],
  )
  const own = await act('statements.get-statement', { ...ask, businessId: shop })
  assert.equal(rowsOf(own)['Revenue'], '900.00 | 1000.00 | -100.00')
  await act('statements.set-budget', {
    bookId,
    lines: [{ accountId: sales, month: '2026-02', amount: null }],
  })
  const { items } = await act('statements.list-budget', { bookId, from: '2026-01', to: '2026-03' })
  assert.deepEqual(
    Object(items).map(({ month, amount }: { month: string; amount: string }) => [month, amount]),
    [
      ['2026-02', '1000.00'],
      ['2026-03', '400.00'],
    ],
  )
})

test('a budget is of income and expenses, of this book, once, in digits of its currency', async () => {
  const { act, ours, theirs } = await testLedger()
  const refused = (lines: object[], words: RegExp) =>
    assert.rejects(act('statements.set-budget', { bookId: ours.bookId, lines }), words)
  const sales = { accountId: ours.account('4010'), month: '2026-02', amount: '5' }
  await refused([{ ...sales, accountId: ours.account('1010') }], /no account of income or expenses/)
  await refused([{ ...sales, accountId: theirs.account('4010') }], /no account of income or expenses/)
  await refused([sales, sales], /twice/)
  await refused([{ ...sales, amount: '5.001' }], /no amount of USD/)
  await refused([{ ...sales, month: '2026-13' }], /expected a month/)
})
