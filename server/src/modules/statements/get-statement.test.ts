import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addPerson } from '#server/test-people.ts'
import { refusal } from '#server/test-refusal.ts'
import { testLedger } from '../ledger/test-ledger.ts'
import { rowsOf, unmet } from './test-statements.ts'

const Q1 = { from: '2026-01-01', to: '2026-03-31' }
const rate = (on: string, value: string) => ({ base: 'EUR', quote: 'USD', on, rate: value, source: 'ECB' })
const Q2 = { from: '2026-04-01', to: '2026-06-30' }

/** A book of two quarters: capital, equipment on a loan, sales, costs, depreciation; and a sale of the year before. */
async function aBook() {
  const ledger = await testLedger()
  const { ours, business, act } = ledger
  const shop = await business(ours.entityId, 'Sock shop')
  const post = (effectiveOn: string, ...given: Parameters<typeof ours.lines>) =>
    ours.post(ours.lines(...given), { effectiveOn })
  const mine = { businessId: shop }
  await post('2025-12-15', ['1010', 300], ['4010', -300, mine])
  await post('2026-01-02', ['1010', 5000], ['3010', -5000])
  await post('2026-01-10', ['1510', 1200], ['2510', -1200])
  await post('2026-02-01', ['1100', 900], ['4010', -900, mine])
  await post('2026-02-03', ['5010', 350, mine], ['1010', -350])
  await post('2026-03-31', ['6070', 100], ['1519', -100])
  await post('2026-04-05', ['1010', 900], ['1100', -900])
  await post('2026-04-30', ['6020', 120, mine], ['2010', -120])
  await post('2026-05-31', ['6040', 80], ['7010', 20], ['1010', -100])
  const read = (input: object) => act('statements.get-statement', { bookId: ours.bookId, ...input })
  return { ...ledger, shop, read }
}

test('a balance sheet shows two dates, earnings of this year and of earlier ones, and it balances', async () => {
  const { read } = await aBook()
  const sheet = await read({ kind: 'balance-sheet', periods: [{ to: '2026-06-30' }, { to: '2025-12-31' }] })
  assert.deepEqual(rowsOf(sheet), {
    'Current assets': '5750.00 | 300.00',
    Cash: '5750.00 | 300.00',
    '1010 Operating bank account': '5750.00 | 300.00',
    'Non-current assets': '1100.00 | 0.00',
    Equipment: '1200.00 | 0.00',
    '1510 Equipment': '1200.00 | 0.00',
    'Accumulated depreciation': '-100.00 | 0.00',
    '1519 Accumulated depreciation': '-100.00 | 0.00',
    'Total assets': '6850.00 | 300.00',
    'Current liabilities': '120.00 | 0.00',
    Payables: '120.00 | 0.00',
    '2010 Trade payables': '120.00 | 0.00',
    'Non-current liabilities': '1200.00 | 0.00',
    Loans: '1200.00 | 0.00',
    '2510 Loans from banks': '1200.00 | 0.00',
    'Total liabilities': '1320.00 | 0.00',
    Equity: '5530.00 | 300.00',
    Capital: '5000.00 | 0.00',
    '3010 Members’ capital': '5000.00 | 0.00',
    'Earnings of earlier years': '300.00 | 0.00',
    'Earnings of this fiscal year': '230.00 | 300.00',
    'Liabilities and equity': '6850.00 | 300.00',
  })
  assert.deepEqual(unmet(sheet), [])
})

test('an income statement goes from revenue to the net result, with gross profit and contribution apart', async () => {
  const { read, shop, act } = await aBook()
  const book = rowsOf(await read({ kind: 'income-statement', periods: [Q1, Q2] }))
  assert.deepEqual(
    [book['Gross profit'], book['Contribution'], book['Operating result'], book['Net result']],
    ['550.00 | 0.00', '550.00 | -200.00', '450.00 | -200.00', '450.00 | -220.00'],
  )
  const own = await act('statements.get-statement', {
    kind: 'income-statement',
    businessId: shop,
    periods: [Q1, Q2],
  })
  assert.deepEqual(rowsOf(own), {
    Revenue: '900.00 | 0.00',
    '4010 Product sales': '900.00 | 0.00',
    'Cost of revenue': '350.00 | 0.00',
    '5010 Goods and fulfilment': '350.00 | 0.00',
    'Gross profit': '550.00 | 0.00',
    'Operating expenses': '0.00 | 120.00',
    Marketing: '0.00 | 120.00',
    '6020 Marketing': '0.00 | 120.00',
    Contribution: '550.00 | -120.00',
    'Operating result': '550.00 | -120.00',
    'Result before tax': '550.00 | -120.00',
    'Net result': '550.00 | -120.00',
  })
})

test('cash flows tie to cash, told from the result or from what cash was moved against', async () => {
  const { read } = await aBook()
  const indirect = await read({ kind: 'cash-flow', periods: [Q1, Q2] })
  assert.deepEqual(rowsOf(indirect), {
    'Operating activities': '-350.00 | 800.00',
    'Net result': '450.00 | -220.00',
    'Depreciation, which costs no cash': '100.00 | 0.00',
    Receivables: '-900.00 | 900.00',
    '1100 Trade receivables': '-900.00 | 900.00',
    Payables: '0.00 | 120.00',
    '2010 Trade payables': '0.00 | 120.00',
    'Investing activities': '-1200.00 | 0.00',
    Equipment: '-1200.00 | 0.00',
    '1510 Equipment': '-1200.00 | 0.00',
    'Financing activities': '6200.00 | 0.00',
    Capital: '5000.00 | 0.00',
    '3010 Members’ capital': '5000.00 | 0.00',
    Loans: '1200.00 | 0.00',
    '2510 Loans from banks': '1200.00 | 0.00',
    'Net cash flow': '4650.00 | 800.00',
    'Cash at the beginning': '300.00 | 4950.00',
    'Cash at the end': '4950.00 | 5750.00',
  })
  const direct = await read({ kind: 'cash-flow', method: 'direct', periods: [Q1, Q2] })
  const told = rowsOf(direct)
  assert.deepEqual(
    [told['Operating activities'], told['1100 Trade receivables'], told['Financing activities']],
    ['-350.00 | 800.00', '0.00 | 900.00', '5000.00 | 0.00'],
  )
  assert.deepEqual([...unmet(indirect), ...unmet(direct)], [])
})

test('cash in another currency is told at the rate of the day, and what rates did to it apart', async () => {
  const { act, ours } = await testLedger()
  const euros = String(
    (
      await act('ledger.create-account', {
        bookId: ours.bookId,
        code: '1012',
        name: 'Bank, euros',
        type: 'asset',
        role: 'cash',
        currency: 'EUR',
        isMonetary: true,
      })
    )['id'],
  )
  const exchange = ours.account('3900')
  await ours.post(ours.lines(['1010', 1000], ['3010', -1000]), { effectiveOn: '2026-01-02' })
  const buy = {
    bookId: ours.bookId,
    effectiveOn: '2026-02-01',
    memo: 'Buys euros',
    lines: [
      { accountId: euros, debit: '500.00' },
      { accountId: exchange, credit: '500.00', currency: 'EUR' },
      { accountId: exchange, debit: '550.00', currency: 'USD' },
      { accountId: ours.account('1010'), credit: '550.00' },
    ],
  }
  await act('ledger.post-entry', buy)
  const ask = { bookId: ours.bookId, kind: 'cash-flow', periods: [Q1] }
  await assert.rejects(act('statements.get-statement', ask), /no rate from EUR to USD for 2026-03-31/)
  await act('ledger.record-rates', { rates: [rate('2026-02-01', '1.1'), rate('2026-03-31', '1.2')] })
  const flow = await act('statements.get-statement', ask)
  const told = rowsOf(flow)
  // 500 EUR were worth 550 when bought and 600 at the end: 50 is no flow.
  assert.deepEqual(
    [told['Net cash flow'], told['Effect of exchange rates on cash'], told['Cash at the end']],
    ['1000.00', '50.00', '1050.00'],
  )
  const direct = await act('statements.get-statement', { ...ask, method: 'direct' })
  assert.deepEqual([...unmet(flow), ...unmet(direct)], [])
  const sheet = await act('statements.get-statement', {
    bookId: ours.bookId,
    kind: 'balance-sheet',
    periods: [{ to: '2026-03-31' }],
  })
  assert.deepEqual(
    [rowsOf(sheet)['Cash'], rowsOf(sheet)['Exchange differences to be revalued'], unmet(sheet)],
    ['1050.00', '50.00', []],
  )
  const inEuros = await act('statements.get-statement', {
    bookId: ours.bookId,
    kind: 'balance-sheet',
    periods: [{ to: '2026-03-31' }],
    currency: 'EUR',
  })
  assert.deepEqual([rowsOf(inEuros)['Cash'], unmet(inEuros)], ['875.00', []])
})

test('cents that are left over where flows are translated are told as rounding, and are no fault', async () => {
  const { act, ours } = await testLedger()
  await ours.post(ours.lines(['1010', 1], ['1100', 1], ['4010', -2]), { effectiveOn: '2026-02-01' })
  await act('ledger.record-rates', { rates: [rate('2026-03-31', '3')] })
  const ask = { bookId: ours.bookId, kind: 'cash-flow', periods: [Q1] }
  const inEuros = await act('statements.get-statement', { ...ask, currency: 'EUR' })
  const told = rowsOf(inEuros)
  // 2/3 earned and 1/3 owed are 0.67 and 0.33; of cash there is 0.33
  assert.deepEqual(
    [told['Net result'], told['Rounding of what was translated'], told['Cash at the end'], unmet(inEuros)],
    ['0.67', '-0.01', '0.33', []],
  )
  const inDollars = rowsOf(await act('statements.get-statement', ask))
  assert.equal(inDollars['Rounding of what was translated'], undefined)
})

test('as known before a late entry is what stood then', async () => {
  const { read, ours } = await aBook()
  const late = await ours.post(ours.lines(['1010', 7], ['4010', -7]), { effectiveOn: '2026-02-20' })
  const before = new Date(Date.parse(String(late['recordedAt'])) - 1).toISOString()
  const ask = { kind: 'income-statement', periods: [Q1] }
  assert.equal(rowsOf(await read(ask))['Revenue'], '907.00')
  assert.equal(rowsOf(await read({ ...ask, recordedAt: before }))['Revenue'], '900.00')
})

test('what cannot be asked is told, with what to ask instead', async () => {
  const { act, ours, shop } = await aBook()
  const refused = (input: object, words: RegExp) =>
    assert.rejects(act('statements.get-statement', { periods: [Q1], ...input }), words)
  await refused({ kind: 'balance-sheet' }, /exactly one/)
  await refused({ kind: 'cash-flow', businessId: shop }, /has no cash-flow/)
  await refused(
    { kind: 'income-statement', bookId: ours.bookId, periods: [{ to: '2026-03-31' }] },
    /first day/,
  )
  await refused(
    {
      kind: 'income-statement',
      bookId: ours.bookId,
      periods: [{ from: '2026-04-01', to: '2026-03-31' }],
    },
    /lies after/,
  )
})

const figures = (revenue: string, grossProfit: string, contribution: string, netResult: string) => ({
  revenue,
  grossProfit,
  contribution,
  netResult,
})

test('margins of each business and overhead come to what the book says', async () => {
  const { act, shop, ours } = await aBook()
  const margins = await act('statements.list-margins', {
    from: '2026-01-01',
    to: '2026-06-30',
    bookId: ours.bookId,
  })
  const own = figures('900.00', '550.00', '430.00', '430.00')
  assert.deepEqual(margins, {
    currency: 'USD',
    rows: [{ business: { id: shop, name: 'Sock shop' }, category: null, ...own }],
    businesses: 1,
    assigned: own,
    unassigned: figures('0.00', '0.00', '-80.00', '-200.00'),
    total: figures('900.00', '550.00', '350.00', '230.00'),
  })
})

test('who sees a business and not the book of its entity is told so, and shown no empty statement', async () => {
  const { act, database, studioId, shop, ours } = await aBook()
  const ask = { kind: 'income-statement', businessId: shop, periods: [Q1] }
  const { token } = await addPerson(database.app, { studioId, grants: [{ role: 'finance', covers: shop }] })
  const refused = await refusal(act('statements.get-statement', ask, token))
  assert.equal(refused.code, 'statements.books-not-open')
  const whole = await addPerson(database.app, {
    studioId,
    grants: [{ role: 'finance', covers: ours.entityId }],
  })
  assert.equal(rowsOf(await act('statements.get-statement', ask, whole.token))['Revenue'], '900.00')
})
