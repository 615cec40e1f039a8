import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { rowsOf, testGroup, withPartner, type TestBook } from './test-group.ts'

const YEAR = ['2026-01-01', '2026-12-31'] as const
const group = await testGroup()
const { act, book, owns, consolidate, figures } = group

/** Cash for capital; of each owner so much. */
async function founded(
  owned: TestBook,
  amounts: [owner: TestBook | undefined, amount: number][],
  on = '2025-01-01',
) {
  for (const [owner, amount] of amounts) {
    const partner = owner && { partnerEntityId: owner.entityId }
    await owned.post(owned.lines(['1010', amount], ['3010', -amount, partner]), { effectiveOn: on })
    if (owner)
      await owner.post(
        owner.lines(['1600', amount, { partnerEntityId: owned.entityId }], ['1010', -amount]),
        { effectiveOn: on },
      )
  }
}

async function earned(own: TestBook, amount: number, effectiveOn: string) {
  await own.post(own.lines(['1010', amount], ['4010', -amount]), { effectiveOn })
}

test('80 % of a subsidiary that bought from its parent: profit in its stock is not earned, and it is the parent’s', async () => {
  const [parent, child] = [await book('Downstream Parent'), await book('Downstream Child')]
  await owns(parent, child, '80')
  await founded(parent, [[undefined, 1000]])
  await founded(child, [
    [parent, 400],
    [undefined, 100],
  ])
  // The parent buys for 200 and sells for 300; the child sells three quarters for 350, and has a quarter, 75, in stock.
  await tradedAt({ seller: parent, buyer: child })
  await act('group.post-top-side', {
    rootEntityId: parent.entityId,
    effectiveOn: '2026-12-31',
    memo: 'A third of 75 in stock is profit of the parent',
    lines: [
      { caption: 'cost-of-revenue', debit: '25' },
      { caption: 'inventory', credit: '25' },
    ],
  })
  const made = await consolidate(parent, ...YEAR)
  const { totals, whole, kinds } = await figures(made)
  deepEqual(totals, {
    // 1000 - 400 - 200 at the parent, 500 + 350 at the child
    cash: '1250.00',
    // What the group paid for the quarter that is left
    inventory: '50.00',
    capital: '1000.00',
    // The others' part of the result; what is left of 200 is the parent's 175
    'retained-earnings': '-25.00',
    // 20 % of 500 + 125
    'noncontrolling-interest': '125.00',
    revenue: '350.00',
    // 200 + 225 in the books, 300 sold within the group, 25 not earned: three quarters of 200
    'cost-of-revenue': '150.00',
  })
  deepEqual(
    { result: made['result'], others: made['resultOfOthers'], difference: made['difference'] },
    // 20 % of 350 - 225: the parent's profit is none of theirs
    { result: '200.00', others: '25.00', difference: '0.00' },
  )
  deepEqual(whole['check'], { assets: '1300.00', liabilitiesAndEquity: '1300.00', difference: '0.00' })
  equal(kinds['cost-of-revenue elimination:goods'], '-300.00')
  equal(kinds['revenue-group elimination:income'], '-300.00')
  equal(kinds['due-from-group elimination:balances'], '-300.00')
})

test('the other way round, others bear their part of it; sold in the next year, it is earned then', async () => {
  const [parent, child] = [await book('Upstream Parent'), await book('Upstream Child')]
  await owns(parent, child, '80')
  await founded(parent, [[undefined, 1000]])
  await founded(child, [
    [parent, 400],
    [undefined, 100],
  ])
  await tradedAt({ seller: child, buyer: parent })
  const profit = (effectiveOn: string, [debit, credit]: [string, string]) =>
    act('group.post-top-side', {
      rootEntityId: parent.entityId,
      effectiveOn,
      memo: 'Profit of the child in stock of the parent',
      lines: [
        { caption: debit, debit: '25', entityId: child.entityId },
        { caption: credit, credit: '25', entityId: child.entityId },
      ],
    })
  await profit('2026-12-31', ['cost-of-revenue', 'inventory'])
  const made = await consolidate(parent, ...YEAR)
  // 20 % of 300 - 200 - 25
  deepEqual([made['result'], made['resultOfOthers']], ['200.00', '15.00'])
  // 20 % of 500 + 100 - 25
  equal((await figures(made)).totals['noncontrolling-interest'], '115.00')

  await parent.post(parent.lines(['1010', 120], ['4010', -120]), { effectiveOn: '2027-02-01' })
  await parent.post(parent.lines(['5010', 75], ['1200', -75]), { effectiveOn: '2027-02-01' })
  await profit('2027-02-01', ['inventory', 'cost-of-revenue'])
  const next = await consolidate(parent, '2027-01-01', '2027-12-31')
  // 120 less a quarter of 200; of the child's 25 a fifth is others'
  deepEqual([next['result'], next['resultOfOthers'], next['difference']], ['70.00', '5.00', '0.00'])
  // 115 + 5, and the parent's 200 - 15 of the year before less the others' 5
  const { totals } = await figures(next)
  deepEqual(
    [totals['noncontrolling-interest'], totals['retained-earnings'], totals['inventory']],
    ['120.00', '180.00', undefined],
  )
})

/** Bought for 200, sold within the group for 300 on account, three quarters sold on for 350. */
async function tradedAt({ seller, buyer }: { seller: TestBook; buyer: TestBook }) {
  const [on, later] = [{ effectiveOn: '2026-03-01' }, { effectiveOn: '2026-05-01' }]
  const [toBuyer, toSeller] = [{ partnerEntityId: buyer.entityId }, { partnerEntityId: seller.entityId }]
  await seller.post(seller.lines(['1200', 200], ['1010', -200]), on)
  await seller.post(seller.lines(['1150', 300, toBuyer], ['4100', -300, withPartner(buyer)]), on)
  await seller.post(seller.lines(['5010', 200], ['1200', -200]), on)
  await buyer.post(buyer.lines(['1200', 300, toSeller], ['2050', -300, toSeller]), on)
  await buyer.post(buyer.lines(['1010', 350], ['4010', -350]), later)
  await buyer.post(buyer.lines(['5010', 225], ['1200', -225]), later)
}

test('a subsidiary in euros: the translation adjustment is what the rates moved, and is proved', async () => {
  const [parent, child] = [await book('Dollar Parent'), await book('Euro Child', 'EUR')]
  await owns(parent, child, '100')
  const quote = (on: string, rate: string) => ({ base: 'EUR', quote: 'USD', on, rate, source: 'A test' })
  await act('ledger.record-rates', {
    rates: [
      quote('2025-01-01', '1.10'),
      quote('2025-12-31', '1.20'),
      // The average of March 2026 is 1.22
      quote('2026-03-10', '1.20'),
      quote('2026-03-20', '1.21'),
      quote('2026-03-31', '1.25'),
    ],
  })
  await founded(parent, [[undefined, 2000]])
  await child.post(child.lines(['1010', 1000], ['3010', -1000, { partnerEntityId: parent.entityId }]), {
    effectiveOn: '2025-01-01',
  })
  await parent.post(parent.lines(['1600', 1100, { partnerEntityId: child.entityId }], ['1010', -1100]), {
    effectiveOn: '2025-01-01',
  })
  await earned(child, 100, '2025-12-15')
  await earned(child, 200, '2026-03-15')
  const made = await consolidate(parent, '2026-01-01', '2026-03-31')
  const { totals, whole } = await figures(made)
  deepEqual(totals, {
    // 900, and 1300 at 1.25
    cash: '2525.00',
    capital: '2000.00',
    // 100 at 1.20, the average of December
    'retained-earnings': '120.00',
    // 1300 x 1.25 - 1000 x 1.10 - 120 - 244
    'other-comprehensive-income': '161.00',
    // 200 x 1.22
    revenue: '244.00',
  })
  const [proof = {}] = rowsOf(whole, 'proofs')
  deepEqual(proof, {
    entity: { id: child.entityId, name: 'Euro Child' },
    currency: 'EUR',
    openingNetAssets: '1100.00',
    // 1100 x (1.25 - 1.20)
    openingEffect: '55.00',
    result: '200.00',
    // 200 x (1.25 - 1.22)
    resultEffect: '6.00',
    owners: '0.00',
    ownersEffect: '0.00',
    expected: '61.00',
    moved: '61.00',
  })
  const euros = await consolidate(parent, '2026-01-01', '2026-03-31', { currency: 'EUR' })
  equal(euros['difference'], '0.00')
})

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
      .map(({ method, sharePercent }) => [method, sharePercent])
      .toSorted(),
    [
      ['equity', '30'],
      ['full', '100'],
    ],
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
