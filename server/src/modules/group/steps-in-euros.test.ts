import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { minorOf } from '#kernel/money.ts'
import { isRecord } from '#kernel/records.ts'
import { earned, testGroup } from './test-group.ts'

const { act, book, owns, consolidate, figures } = await testGroup()

const quote = (on: string, rate: string) => ({ base: 'EUR', quote: 'USD', on, rate, source: 'A test' })
const QUARTERS = [
  ['2026-01-01', '2026-03-31'],
  ['2026-04-01', '2026-06-30'],
  ['2026-07-01', '2026-09-30'],
  ['2026-10-01', '2026-12-31'],
] as const

function centsOf(amount: unknown): bigint {
  const read = minorOf(String(amount).replace('-', ''), 'USD')
  if ('wrong' in read) throw new Error(`${String(amount)} is no amount`)
  return String(amount).startsWith('-') ? -read.minor : read.minor
}

const at = (effectiveOn: string) => ({ effectiveOn })

test('30 %, then 90 %, then 60 % of an entity in euros: each quarter balances, its cash ties, and the four are the year', async () => {
  const [parent, child] = [await book('Rates Parent'), await book('Rates Child', 'EUR')]
  await act('ledger.record-rates', {
    rates: ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].flatMap(
      (month, place) => [
        quote(`2025-${month}-01`, `1.${String(10 + place)}`),
        quote(`2026-${month}-01`, `1.${String(31 - place)}`),
        quote(`2026-${month}-28`, `1.${String(33 - place)}`),
      ],
    ),
  })
  const toChild = { partnerEntityId: child.entityId }
  await parent.post(parent.lines(['1010', 9000], ['3010', -9000]), at('2025-01-01'))
  await child.post(child.lines(['1010', 1000], ['3010', -1000]), at('2025-01-01'))
  const first = await owns(parent, child, '30')
  await parent.post(parent.lines(['1600', 400, toChild], ['1010', -400]), at('2025-01-01'))
  await earned(child, 210, '2025-06-15')
  await earned(child, 77, '2026-02-10')
  await act('entities.end-stake', { stakeId: first, until: '2026-04-30' })
  const second = await owns(parent, child, '90', { from: '2026-05-01' })
  await parent.post(parent.lines(['1600', 1200, toChild], ['1010', -1200]), at('2026-05-01'))
  await parent.post(parent.lines(['1600', 155, toChild], ['7100', -155]), at('2026-05-01'))
  await earned(child, 133, '2026-06-20')
  await act('entities.end-stake', { stakeId: second, until: '2026-08-31' })
  await owns(parent, child, '60', { from: '2026-09-01' })
  await parent.post(parent.lines(['1010', 700], ['1600', -585, toChild], ['7100', -115]), at('2026-09-01'))
  await earned(child, 59, '2026-11-11')
  const sums = { result: 0n, others: 0n }
  let last: unknown = null
  for (const [from, to] of QUARTERS) {
    const made = await consolidate(parent, from, to)
    const { whole } = await figures(made)
    const { cash } = whole
    deepEqual([made['difference'], isRecord(cash) && cash['difference']], ['0.00', '0.00'])
    if (isRecord(cash) && last !== null) equal(cash['opening'], last)
    last = isRecord(cash) ? cash['closing'] : null
    sums.result += centsOf(made['result'])
    sums.others += centsOf(made['resultOfOthers'])
  }
  const year = await consolidate(parent, '2026-01-01', '2026-12-31')
  const { totals, whole } = await figures(year)
  deepEqual([centsOf(year['result']), centsOf(year['resultOfOthers'])], [sums.result, sums.others])
  deepEqual([year['difference'], Object(whole['cash']).difference], ['0.00', '0.00'])
  // The gain on what was sold under control is in none of them; that of the earlier stake is.
  equal(totals['interest-income'], '155.00')
})
