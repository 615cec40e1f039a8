import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { earned, founded, rowsOf, testGroup, withPartner, type TestBook } from './test-group.ts'

const YEAR = ['2026-01-01', '2026-12-31'] as const
const { act, book, owns, consolidate, figures } = await testGroup()

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

const quote = (on: string, rate: string) => ({ base: 'EUR', quote: 'USD', on, rate, source: 'A test' })

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
