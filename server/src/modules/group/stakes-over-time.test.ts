import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { earned, founded, notesIn, rowsOf, testGroup, withPartner } from './test-group.ts'

const YEAR = ['2026-01-01', '2026-12-31'] as const
const { act, book, owns, consolidate, figures } = await testGroup()

test('from 100 % to 35 %: results up to the day before, a gain against what was carried, and the equity method from then on', async () => {
  const [parent, child] = [await book('Seller'), await book('Sold')]
  const stakeId = await owns(parent, child, '100')
  await founded(parent, [[undefined, 3000]])
  await founded(child, [[parent, 1000]])
  await earned(child, 200, '2025-10-01')
  await earned(child, 90, '2026-03-31')
  await act('entities.end-stake', { stakeId, until: '2026-06-30' })
  await owns(parent, child, '35', { from: '2026-07-01' })
  // 65 % for 1100: the seller's own book has a gain of 450 against the 650 that it had paid for them.
  await parent.post(
    parent.lines(['1010', 1100], ['1600', -650, { partnerEntityId: child.entityId }], ['7100', -450]),
    { effectiveOn: '2026-07-01' },
  )
  await earned(child, 100, '2026-09-30')
  const made = await consolidate(parent, ...YEAR)
  const { totals, whole } = await figures(made)
  deepEqual(totals, {
    // 3000 - 1000 + 1100; the child's own is gone
    cash: '3100.00',
    // 35 % of 1290 that it was carried at, and 35 % of the 100 since
    'investments-group': '486.50',
    capital: '3000.00',
    'retained-earnings': '200.00',
    // Up to June
    revenue: '90.00',
    'interest-income': '450.00',
    'investment-income': '35.00',
    // The group's gain is 1100 + 451.50 - 1290 = 261.50, which is 188.50 less
    'other-income': '-188.50',
  })
  deepEqual(whole['check'], { assets: '3586.50', liabilitiesAndEquity: '3586.50', difference: '0.00' })
  equal(rowsOf(whole, 'notes').length, 1)
  await earned(child, 40, '2027-05-05')
  const next = await figures(await consolidate(parent, '2027-01-01', '2027-12-31'))
  deepEqual(next.totals, {
    cash: '3100.00',
    // 486.50 and 35 % of 40
    'investments-group': '500.50',
    capital: '3000.00',
    // 200 + 90 + 261.50 + 35
    'retained-earnings': '586.50',
    'investment-income': '14.00',
  })
})

test('what is kept stands at the fair value that was booked for it, and the gain has it', async () => {
  const [parent, child] = [await book('Valuing Seller'), await book('Valued Sold')]
  const toChild = { partnerEntityId: child.entityId }
  const stakeId = await owns(parent, child, '100')
  await founded(parent, [[undefined, 3000]])
  await founded(child, [[parent, 1000]])
  await earned(child, 200, '2025-10-01')
  await earned(child, 90, '2026-03-31')
  await act('entities.end-stake', { stakeId, until: '2026-06-30' })
  await owns(parent, child, '35', { from: '2026-07-01' })
  await parent.post(parent.lines(['1010', 1100], ['1600', -650, toChild], ['7100', -450]), {
    effectiveOn: '2026-07-01',
  })
  // 450 for what stood at 350 in the book
  await parent.post(parent.lines(['1600', 100, toChild], ['7100', -100]), { effectiveOn: '2026-07-01' })
  await earned(child, 100, '2026-09-30')
  const made = await consolidate(parent, ...YEAR)
  const { totals, whole } = await figures(made)
  deepEqual(totals, {
    cash: '3100.00',
    // 450, and 35 % of the 100 since
    'investments-group': '485.00',
    capital: '3000.00',
    'retained-earnings': '200.00',
    revenue: '90.00',
    'interest-income': '550.00',
    'investment-income': '35.00',
    // The group's gain is 1100 + 450 - 1290 = 260, which is 290 less
    'other-income': '-290.00',
  })
  equal(made['difference'], '0.00')
  deepEqual(notesIn(whole), [
    'Valued Sold: Control was lost: its results count up to the day before, what it owns and owes does not (so the column of the entities does not balance by itself, and the eliminations take that up), and a stake that was kept stands at the fair value that was booked for it.',
  ])
  const next = await figures(await consolidate(parent, '2027-01-01', '2027-12-31'))
  // 200 + 90 + 260 + 35
  deepEqual([next.totals['investments-group'], next.totals['retained-earnings']], ['485.00', '585.00'])
})

test('an associate at 30 %: what was paid, a share of results since, less dividends', async () => {
  const [parent, other] = [await book('Investor'), await book('Associate')]
  await owns(parent, other, '30', { from: '2025-07-01' })
  await founded(parent, [[undefined, 1000]])
  await founded(other, [[undefined, 800]])
  // Before the stake: none of it is the group's
  await earned(other, 70, '2025-03-31')
  await parent.post(parent.lines(['1600', 300, { partnerEntityId: other.entityId }], ['1010', -300]), {
    effectiveOn: '2025-07-01',
  })
  await earned(other, 100, '2025-10-31')
  await earned(other, 200, '2026-06-30')
  await other.post(
    other.lines(['3500', 15, { partnerEntityId: parent.entityId }], ['3500', 35], ['1010', -50]),
    { effectiveOn: '2026-09-01' },
  )
  await parent.post(parent.lines(['1010', 15], ['7110', -15, withPartner(other)]), {
    effectiveOn: '2026-09-01',
  })
  const { totals, whole } = await figures(await consolidate(parent, ...YEAR))
  deepEqual(totals, {
    cash: '715.00',
    // 300 + 30 + 60 - 15
    'investments-group': '375.00',
    capital: '1000.00',
    // 30 % of 100
    'retained-earnings': '30.00',
    // 30 % of 200; the dividend is no income beside it
    'investment-income': '60.00',
  })
  deepEqual(
    rowsOf(whole, 'ownership')
      .map(({ method, sharePercent }) => `${String(method)} ${String(sharePercent)}`)
      .toSorted(),
    ['equity 30', 'full 100'],
  )
})

test('three levels, 80 % of 80 %: others have 36 % of the lowest, and dividends go to each their part', async () => {
  const [top, middle, low] = [await book('Top'), await book('Middle'), await book('Low')]
  await owns(top, middle, '80')
  await owns(middle, low, '80')
  await founded(top, [[undefined, 2000]])
  await founded(middle, [
    [top, 800],
    [undefined, 200],
  ])
  await founded(low, [
    [middle, 400],
    [undefined, 100],
  ])
  await earned(middle, 50, '2026-04-30')
  await earned(low, 100, '2026-04-30')
  await low.post(low.lines(['3500', 40, { partnerEntityId: middle.entityId }], ['3500', 10], ['1010', -50]), {
    effectiveOn: '2026-06-30',
  })
  await middle.post(middle.lines(['1010', 40], ['7110', -40, withPartner(low)]), {
    effectiveOn: '2026-06-30',
  })
  const made = await consolidate(top, ...YEAR)
  const { totals } = await figures(made)
  deepEqual(totals, {
    // 1200 + 690 + 550
    cash: '2440.00',
    capital: '2000.00',
    // The others' part of the result: 20 % of 50 and 36 % of 100
    'retained-earnings': '-46.00',
    // 20 % of 1090 - 400, and 36 % of 550: as 300 at first, 46 since, less the 10 that were paid out to others
    'noncontrolling-interest': '336.00',
    revenue: '150.00',
  })
  deepEqual([made['result'], made['resultOfOthers'], made['difference']], ['150.00', '46.00', '0.00'])
})
