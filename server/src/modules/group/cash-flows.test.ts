import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isRecord } from '#kernel/records.ts'
import { earned, founded, rowsOf, statementOf, testGroup, withPartner } from './test-group.ts'

const YEAR = ['2026-01-01', '2026-12-31'] as const
const { act, book, owns, consolidate, figures } = await testGroup()

/** By caption and kind, what moved cash: as the caption is told, so that of assets and expenses more is less cash. */
function flowsIn(whole: Record<string, unknown>): Record<string, string> {
  const flows: Record<string, string> = {}
  for (const figure of rowsOf(whole, 'figures'))
    for (const part of rowsOf(figure, 'parts')) {
      const flow = String(part['flow'])
      if (/[1-9]/.test(flow)) flows[`${String(figure['caption'])} ${String(part['kind'])}`] = flow
    }
  return flows
}

test('from 100 % to 35 %: the sale is investing, less the cash that left, and its gain is no operating cash', async () => {
  const [parent, child] = [await book('Cash Seller'), await book('Cash Sold')]
  const stakeId = await owns(parent, child, '100')
  await founded(parent, [[undefined, 3000]])
  await founded(child, [[parent, 1000]])
  await earned(child, 200, '2025-10-01')
  await earned(child, 90, '2026-03-31')
  await act('entities.end-stake', { stakeId, until: '2026-06-30' })
  await owns(parent, child, '35', { from: '2026-07-01' })
  await parent.post(
    parent.lines(['1010', 1100], ['1600', -650, { partnerEntityId: child.entityId }], ['7100', -450]),
    { effectiveOn: '2026-07-01' },
  )
  await earned(child, 100, '2026-09-30')
  const made = await consolidate(parent, ...YEAR)
  const { whole } = await figures(made)
  deepEqual(await statementOf(act, made), [
    'Operating activities: 90.00',
    // 90, the gain of the group 261.50, and 35 % of 100
    '  Net result: 386.50',
    '  Gains on stakes and results without cash: -296.50',
    // 1100 less 1290
    'Investing activities: -190.00',
    '  Investments in entities: 1100.00',
    '  Cash of entities that left: -1290.00',
    'Net cash flow: -100.00',
    // 2000 and 1200
    'Cash at the beginning: 3200.00',
    'Cash at the end: 3100.00',
  ])
  deepEqual(whole['cash'], {
    opening: '3200.00',
    opened: '0.00',
    flows: '1190.00',
    exchange: '0.00',
    acquired: '0.00',
    disposed: '-1290.00',
    rounding: '0.00',
    closing: '3100.00',
    difference: '0.00',
  })
})

const quote = (on: string, rate: string) => ({ base: 'EUR', quote: 'USD', on, rate, source: 'A test' })

test('a subsidiary in euros: flows at the average of their month, capital at the rate of its day, and the rest is what rates did', async () => {
  const [parent, child] = [await book('Cash Dollars'), await book('Cash Euros', 'EUR')]
  await owns(parent, child, '100')
  await act('ledger.record-rates', {
    rates: [
      quote('2025-01-01', '1.10'),
      quote('2025-12-31', '1.20'),
      quote('2026-03-10', '1.20'),
      quote('2026-03-20', '1.21'),
      // The average of March is 1.22
      quote('2026-03-31', '1.25'),
    ],
  })
  await founded(parent, [[undefined, 2000]])
  const pays = async (euros: number, dollars: number, effectiveOn: string) => {
    const [owner, owned] = [{ partnerEntityId: parent.entityId }, { partnerEntityId: child.entityId }]
    await child.post(child.lines(['1010', euros], ['3010', -euros, owner]), { effectiveOn })
    await parent.post(parent.lines(['1600', dollars, owned], ['1010', -dollars]), { effectiveOn })
  }
  await pays(1000, 1100, '2025-01-01')
  await earned(child, 200, '2026-03-15')
  // On account: earned, and no cash yet
  await child.post(child.lines(['1100', 50], ['4010', -50]), { effectiveOn: '2026-03-16' })
  await pays(100, 121, '2026-03-20')
  const made = await consolidate(parent, '2026-01-01', '2026-03-31')
  const { whole } = await figures(made)
  deepEqual(await statementOf(act, made), [
    // 200 x 1.22
    'Operating activities: 244.00',
    '  Net result: 305.00',
    '  Receivables: -61.00',
    // The parent pays in what the child gets
    'Investing activities: 0.00',
    '  Investments in entities: 0.00',
    'Financing activities: 0.00',
    '  Capital: 0.00',
    'Net cash flow: 244.00',
    // 1000 x 0.05; 200 x 0.03; 100 x 0.04, for capital is told at 1.21
    'Effect of exchange rates on cash: 60.00',
    // 900, and 1000 at 1.20
    'Cash at the beginning: 2100.00',
    // 779, and 1300 at 1.25
    'Cash at the end: 2404.00',
  ])
  equal(isRecord(whole['cash']) && whole['cash']['difference'], '0.00')
  // What the parent paid in and the child got is no flow of the group.
  deepEqual(flowsIn(whole), {
    'cash cash:exchange': '60.00',
    'receivables entity': '61.00',
    'investments-group entity': '121.00',
    'investments-group elimination:investment': '-121.00',
    'capital entity': '121.00',
    'capital elimination:investment': '-121.00',
    'revenue entity': '305.00',
  })
})

test('bought in the period: what was paid is investing, less the cash that came; what they lend each other is none', async () => {
  const [parent, child] = [await book('Cash Buyer'), await book('Cash Bought')]
  await founded(parent, [[undefined, 1000]])
  await founded(child, [[undefined, 300]])
  await owns(parent, child, '100', { from: '2026-04-01' })
  await parent.post(parent.lines(['1600', 400, { partnerEntityId: child.entityId }], ['1010', -400]), {
    effectiveOn: '2026-04-01',
  })
  await act('group.post-intercompany', {
    kind: 'loan',
    from: { entityId: parent.entityId },
    to: { entityId: child.entityId },
    amount: '150.00',
    currency: 'USD',
    effectiveOn: '2026-05-01',
    memo: 'Working capital',
  })
  await child.post(child.lines(['1510', 80], ['1010', -80]), { effectiveOn: '2026-06-01' })
  await child.post(child.lines(['6070', 8], ['1519', -8]), {
    effectiveOn: '2026-12-31',
  })
  const made = await consolidate(parent, ...YEAR)
  deepEqual(await statementOf(act, made), [
    'Operating activities: 0.00',
    '  Net result: -8.00',
    '  Depreciation, which costs no cash: 8.00',
    'Investing activities: -180.00',
    '  Equipment: -80.00',
    '  Investments in entities: -400.00',
    '  Loans to group entities: 0.00',
    '  Cash of entities that came: 300.00',
    'Financing activities: 0.00',
    '  Loans from group entities: 0.00',
    'Net cash flow: -180.00',
    'Cash at the beginning: 1000.00',
    // 450 at the parent, 370 at the child
    'Cash at the end: 820.00',
  ])
})

test('an entry in no book moves no cash, unless it names cash; a difference between two books is told where it lies', async () => {
  const [parent, child] = [await book('Cash Top'), await book('Cash Below')]
  await owns(parent, child, '80')
  await founded(parent, [[undefined, 1000]])
  await founded(child, [
    [parent, 400],
    [undefined, 100],
  ])
  const top = (debit: string, credit: string, amount: string) =>
    act('group.post-top-side', {
      rootEntityId: parent.entityId,
      effectiveOn: '2026-06-30',
      memo: `${debit} to ${credit}`,
      lines: [
        { caption: debit, debit: amount },
        { caption: credit, credit: amount },
      ],
    })
  await top('cost-of-revenue', 'inventory', '25')
  await top('cash', 'receivables', '30')
  // The child has paid 40 to the parent, which has not booked it yet.
  const owed = [{ partnerEntityId: child.entityId }, { partnerEntityId: parent.entityId }] as const
  await parent.post(parent.lines(['1150', 90, owed[0]], ['4100', -90, withPartner(child)]), {
    effectiveOn: '2026-02-01',
  })
  await child.post(child.lines(['6060', 90, withPartner(parent)], ['2050', -90, owed[1]]), {
    effectiveOn: '2026-02-01',
  })
  await child.post(child.lines(['2050', 40, owed[1]], ['1010', -40]), { effectiveOn: '2026-12-30' })
  const made = await consolidate(parent, ...YEAR)
  deepEqual(await statementOf(act, made), [
    'Operating activities: -10.00',
    '  Net result: -25.00',
    '  Gains on stakes and results without cash: 25.00',
    '  Receivables: 30.00',
    '  Due from group entities: -40.00',
    '  Due to group entities: 0.00',
    'Net cash flow: -10.00',
    'Cash at the beginning: 1100.00',
    'Cash at the end: 1090.00',
  ])
})

test('a further stake under control is paid to other owners: financing', async () => {
  const [parent, child] = [await book('Cash Majority'), await book('Cash Minority')]
  const stakeId = await owns(parent, child, '80')
  await founded(parent, [[undefined, 1000]])
  await founded(child, [
    [parent, 400],
    [undefined, 100],
  ])
  await act('entities.end-stake', { stakeId, until: '2026-06-30' })
  await owns(parent, child, '100', { from: '2026-07-01' })
  await parent.post(parent.lines(['1600', 130, { partnerEntityId: child.entityId }], ['1010', -130]), {
    effectiveOn: '2026-07-01',
  })
  const made = await consolidate(parent, ...YEAR)
  const rows = await statementOf(act, made)
  deepEqual(rows.slice(-6), [
    '  Investments in entities: 0.00',
    'Financing activities: -130.00',
    '  Noncontrolling interest: -130.00',
    'Net cash flow: -130.00',
    'Cash at the beginning: 1100.00',
    'Cash at the end: 970.00',
  ])
})

test('what a holder paid in at a rate of its own is a difference of translation, on the balance sheet and in cash', async () => {
  const [parent, child, far] = [
    await book('Rate Parent'),
    await book('Rate Child', 'GBP'),
    await book('Rate Mistake', 'GBP'),
  ]
  await act('ledger.record-rates', {
    rates: ['2026-05-04', '2026-05-31'].map((on) => ({
      base: 'GBP',
      quote: 'USD',
      on,
      rate: '1.10',
      source: 'A test',
    })),
  })
  await founded(parent, [[undefined, 3000]])
  for (const [own, dollars] of [
    [child, 1080],
    [far, 900],
  ] as const) {
    await owns(parent, own, '100')
    const [owner, owned] = [{ partnerEntityId: parent.entityId }, { partnerEntityId: own.entityId }]
    await own.post(own.lines(['1010', 1000], ['3010', -1000, owner]), { effectiveOn: '2026-05-04' })
    await parent.post(parent.lines(['1600', dollars, owned], ['1010', -dollars]), {
      effectiveOn: '2026-05-04',
    })
  }
  const { whole, kinds } = await figures(await consolidate(parent, '2026-05-01', '2026-05-31'))
  // 1000 x 1.10 less 1080; and of 1100 less 900 nobody can say that rates did it
  deepEqual(
    [
      kinds['other-comprehensive-income elimination:investment'],
      kinds['investments-group elimination:difference'],
    ],
    ['20.00', '-200.00'],
  )
  deepEqual(whole['cash'], {
    opening: '3000.00',
    opened: '0.00',
    // 1100 came and 900 went
    flows: '200.00',
    exchange: '20.00',
    acquired: '0.00',
    disposed: '0.00',
    rounding: '0.00',
    // 1020, and 2000 x 1.10
    closing: '3220.00',
    difference: '0.00',
  })
})
