import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { convertMinor, divideRounded, inverseRate, timesRate } from '#kernel/rates.ts'
import { rateTable, readRates } from './rate-table.ts'
import type { StoredRate } from './rates-queries.ts'
import { testLedger } from './test-ledger.ts'

test('money is converted by the digits of both currencies, half away from zero', () => {
  assert.equal(convertMinor(10_000n, { from: 'EUR', to: 'USD', rate: '1.0815' }), 10_815n)
  assert.equal(convertMinor(10_000n, { from: 'USD', to: 'JPY', rate: '150.255' }), 15_026n)
  assert.equal(convertMinor(-10_000n, { from: 'USD', to: 'JPY', rate: '150.255' }), -15_026n)
  assert.equal(convertMinor(1_000n, { from: 'KWD', to: 'USD', rate: '3.25' }), 325n)
  assert.equal(divideRounded(-5n, 2n), -3n)
  assert.equal(divideRounded(5n, -2n), -3n)
  assert.equal(inverseRate('1.25'), '0.8')
  assert.equal(timesRate('1.2', '0.8'), '0.96')
})

const row = (base: string, quote: string, on: string, rate: string): StoredRate => ({
  id: newId('exchange_rate'),
  base,
  quote,
  on,
  rate,
  source: 'ECB',
  recordedAt: '2026-01-01T00:00:00.000Z',
})

test('a rate is the latest before the day, turned round or through the dollar, and no older than a month', () => {
  const table = rateTable([
    row('EUR', 'USD', '2026-03-27', '1.08'),
    row('EUR', 'USD', '2026-03-31', '1.1'),
    row('GBP', 'USD', '2026-03-30', '1.32'),
  ])
  assert.equal(table.at('EUR', 'USD', '2026-03-29')?.rate, '1.08')
  assert.equal(table.at('EUR', 'USD', '2026-04-30')?.rate, '1.1')
  assert.equal(table.at('EUR', 'USD', '2026-05-02'), undefined)
  assert.equal(table.at('EUR', 'USD', '2026-03-26'), undefined)
  assert.equal(table.at('USD', 'EUR', '2026-03-31')?.rate, '0.9090909091')
  assert.deepEqual(table.at('GBP', 'EUR', '2026-03-31'), {
    from: 'GBP',
    to: 'EUR',
    rate: '1.2',
    kind: 'closing',
    on: '2026-03-30',
    source: 'ECB, via USD',
  })
  assert.equal(table.at('USD', 'USD', '1990-01-01')?.rate, '1')
  assert.equal(table.average('EUR', 'USD', { from: '2026-03-01', to: '2026-03-31' })?.rate, '1.09')
  assert.equal(table.average('EUR', 'USD', { from: '2026-04-01', to: '2026-04-30' })?.rate, '1.1')
})

test('rates are recorded with their source, a correction counts from then on, and nonsense is refused', async () => {
  const { act, database, studioId } = await testLedger()
  const eur = { base: 'EUR', quote: 'USD', on: '2026-03-31', source: 'ECB' }
  await act('ledger.record-rates', { rates: [{ ...eur, rate: '1.08' }] })
  const [first] = Object((await act('ledger.list-rates', {}))['items'])
  await act('ledger.record-rates', { rates: [{ ...eur, rate: '1.0815', source: 'ECB, corrected' }] })
  const read = async (recordedAt: string | null) =>
    database.app.read({ studioId, coverage: '*' }, async (tx) => {
      const span = { from: '2026-03-01', to: '2026-03-31' }
      const table = await readRates(tx, { currencies: ['EUR', 'USD'], ...span, recordedAt })
      return table.at('EUR', 'USD', '2026-03-31')
    })
  assert.deepEqual(await read(null), {
    from: 'EUR',
    to: 'USD',
    rate: '1.0815',
    kind: 'closing',
    on: '2026-03-31',
    source: 'ECB, corrected',
  })
  assert.equal((await read(String(first.recordedAt)))?.rate, '1.08')
  await assert.rejects(act('ledger.record-rates', { rates: [{ ...eur, rate: '0' }] }), /expected a rate/)
  await assert.rejects(
    act('ledger.record-rates', { rates: [{ ...eur, quote: 'EUR', rate: '1' }] }),
    /both are EUR/,
  )
})

test('an account is shown under a caption of its type, inherited from the whole that it is a part of', async () => {
  const { act, ours } = await testLedger()
  const made = await act('ledger.create-account', {
    bookId: ours.bookId,
    code: '5040',
    name: 'Support',
    type: 'expense',
    parentId: ours.account('5000'),
  })
  assert.equal(made['caption'], 'cost-of-revenue')
  const moved = await act('ledger.update-account', { accountId: made['id'], caption: 'people' })
  assert.equal(moved['caption'], 'people')
  await assert.rejects(
    act('ledger.update-account', { accountId: made['id'], caption: 'revenue' }),
    /not shown under revenue/,
  )
  await assert.rejects(
    act('ledger.update-account', { accountId: ours.account('1010'), caption: 'receivables' }),
    /not shown under receivables/,
  )
})
