import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { earned, founded, notesIn, testGroup, withPartner, type TestBook } from './test-group.ts'

const YEAR = ['2026-01-01', '2026-12-31'] as const
const NEXT = ['2027-01-01', '2027-12-31'] as const
const { act, book, owns, consolidate, figures } = await testGroup()

/**
 * 20 % for 80 from July 2025, 60 % more for 300 from April 2026. The target has 390 on the day before, and the earlier stake is carried
 * at 98: 80, a fifth of 100 and of 40, less the 10 that it paid.
 */
async function inSteps(name: string): Promise<{ parent: TestBook; target: TestBook }> {
  const [parent, target] = [await book(`${name} Acquirer`), await book(`${name} Target`)]
  const stakeId = await owns(parent, target, '20', { from: '2025-07-01' })
  const toTarget = { partnerEntityId: target.entityId }
  await founded(parent, [[undefined, 1000]])
  await founded(target, [[undefined, 300]])
  await parent.post(parent.lines(['1600', 80, toTarget], ['1010', -80]), { effectiveOn: '2025-07-01' })
  await earned(target, 100, '2025-10-31')
  await target.post(
    target.lines(['3500', 10, { partnerEntityId: parent.entityId }], ['3500', 40], ['1010', -50]),
    { effectiveOn: '2026-02-01' },
  )
  await parent.post(parent.lines(['1010', 10], ['7110', -10, withPartner(target)]), {
    effectiveOn: '2026-02-01',
  })
  await earned(target, 40, '2026-02-15')
  await act('entities.end-stake', { stakeId, until: '2026-03-31' })
  await owns(parent, target, '80', { from: '2026-04-01' })
  await parent.post(parent.lines(['1600', 300, toTarget], ['1010', -300]), { effectiveOn: '2026-04-01' })
  await earned(target, 50, '2026-07-01')
  return { parent, target }
}

test('20 % and then 80 %: the earlier stake counts at the fair value that was booked, and the gain is against what it was carried at', async () => {
  const { parent, target } = await inSteps('Valued')
  // 110 against the 80 that were paid
  await parent.post(parent.lines(['1600', 30, { partnerEntityId: target.entityId }], ['7100', -30]), {
    effectiveOn: '2026-04-01',
  })
  const made = await consolidate(parent, ...YEAR)
  const { totals, kinds, whole } = await figures(made)
  deepEqual(totals, {
    // 1000 - 80 + 10 - 300, and 300 + 100 - 50 + 40 + 50
    cash: '1070.00',
    // 300 and 110, less 80 % of 390
    goodwill: '98.00',
    capital: '1000.00',
    // A fifth of the 100 of 2025, and the others' part of 50
    'retained-earnings': '10.00',
    // 20 % of 440
    'noncontrolling-interest': '88.00',
    revenue: '50.00',
    'interest-income': '30.00',
    // A fifth of 40; the dividend is no income beside it
    'investment-income': '8.00',
    // 110 - 98 is a gain of 12, which is 18 less than the book has
    'other-income': '-18.00',
  })
  equal(kinds['other-income remeasurement'], '-18.00')
  deepEqual([made['result'], made['resultOfOthers'], made['difference']], ['70.00', '10.00', '0.00'])
  deepEqual(notesIn(whole), [])
  // What was raised moved no cash.
  deepEqual(whole['cash'], {
    opening: '920.00',
    opened: '0.00',
    // 50, 10 that came before control as a dividend, less 300
    flows: '-240.00',
    exchange: '0.00',
    acquired: '390.00',
    disposed: '0.00',
    rounding: '0.00',
    closing: '1070.00',
    difference: '0.00',
  })

  const next = await consolidate(parent, ...NEXT)
  deepEqual((await figures(next)).totals, {
    cash: '1070.00',
    goodwill: '98.00',
    capital: '1000.00',
    // 10 and the 70 of the year before
    'retained-earnings': '80.00',
    'noncontrolling-interest': '88.00',
  })
})

test('where no fair value was booked, it counts at what it was carried at, and a note says so', async () => {
  const { parent } = await inSteps('Silent')
  const made = await consolidate(parent, ...YEAR)
  const { totals, whole } = await figures(made)
  deepEqual(totals, {
    cash: '1070.00',
    // 300 and 98, less 312
    goodwill: '86.00',
    capital: '1000.00',
    'retained-earnings': '10.00',
    'noncontrolling-interest': '88.00',
    revenue: '50.00',
    'investment-income': '8.00',
  })
  equal(made['difference'], '0.00')
  deepEqual(notesIn(whole), [
    'Silent Target: It was held in part before control began, and no fair value of that stake was booked with the investment: it counts at the 98.00 USD that it was carried at, without a gain.',
  ])
  const next = await figures(await consolidate(parent, ...NEXT))
  deepEqual([next.totals['goodwill'], next.totals['retained-earnings']], ['86.00', '68.00'])
  // It is told in the period in which control began.
  deepEqual(notesIn(next.whole), [])
})

test('a small stake at cost, lost in value: the loss is that of the book, and goodwill counts what the stake was worth', async () => {
  const [parent, target] = [await book('Small Acquirer'), await book('Small Target')]
  const stakeId = await owns(parent, target, '10', { from: '2025-07-01' })
  const toTarget = { partnerEntityId: target.entityId }
  await founded(parent, [[undefined, 1000]])
  await founded(target, [[undefined, 300]])
  await parent.post(parent.lines(['1600', 60, toTarget], ['1010', -60]), { effectiveOn: '2025-07-01' })
  await earned(target, 100, '2025-10-31')
  await act('entities.end-stake', { stakeId, until: '2026-03-31' })
  await owns(parent, target, '100', { from: '2026-04-01' })
  await parent.post(parent.lines(['1600', 400, toTarget], ['1010', -400]), { effectiveOn: '2026-04-01' })
  await parent.post(parent.lines(['7020', 15], ['1600', -15, toTarget]), { effectiveOn: '2026-04-10' })
  const made = await consolidate(parent, ...YEAR)
  const { totals, whole } = await figures(made)
  deepEqual(totals, {
    // 540 and 400
    cash: '940.00',
    // 400 and 45, less 400
    goodwill: '45.00',
    capital: '1000.00',
    'other-financial-expense': '15.00',
  })
  deepEqual([made['difference'], notesIn(whole)], ['0.00', []])
})

const quote = (on: string, rate: string) => ({ base: 'EUR', quote: 'USD', on, rate, source: 'A test' })

test('an associate in euros: what rates did to it is recycled with the gain', async () => {
  const [parent, target] = [await book('Dollar Steps'), await book('Euro Steps', 'EUR')]
  await act('ledger.record-rates', {
    rates: [
      quote('2025-01-01', '1.00'),
      quote('2025-12-31', '1.10'),
      quote('2026-03-31', '1.20'),
      quote('2026-12-31', '1.50'),
    ],
  })
  const stakeId = await owns(parent, target, '20')
  const toTarget = { partnerEntityId: target.entityId }
  await founded(parent, [[undefined, 2000]])
  await target.post(target.lines(['1010', 1000], ['3010', -1000]), { effectiveOn: '2025-01-01' })
  await parent.post(parent.lines(['1600', 200, toTarget], ['1010', -200]), { effectiveOn: '2025-01-01' })
  await act('entities.end-stake', { stakeId, until: '2026-03-31' })
  await owns(parent, target, '100', { from: '2026-04-01' })
  // 80 % of 1200, and nothing beyond it
  await parent.post(parent.lines(['1600', 960, toTarget], ['1010', -960]), { effectiveOn: '2026-04-01' })
  const made = await consolidate(parent, ...YEAR)
  deepEqual((await figures(made)).totals, {
    // 840, and 1000 at 1.50
    cash: '2340.00',
    capital: '2000.00',
    // 1000 x (1.50 - 1.20)
    'other-comprehensive-income': '300.00',
    // 20 % of 1000 x (1.20 - 1.00)
    'other-income': '40.00',
  })
  equal(made['difference'], '0.00')
})
