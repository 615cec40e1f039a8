import { deepEqual, equal, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { isRecord } from '#kernel/records.ts'
import { rowsOf as amountsByLabel } from '../statements/test-statements.ts'
import { earned, founded, statementOf, testGroup, withPartner, type TestBook } from './test-group.ts'

const YEAR = ['2026-01-01', '2026-12-31'] as const
const { act, book, owns, consolidate, figures } = await testGroup()

const direct = (made: Record<string, unknown>) => statementOf(act, made, { statement: 'cash-flow-direct' })
const on = (effectiveOn: string) => ({ effectiveOn })

const quote = (day: string, rate: string) => ({ base: 'EUR', quote: 'USD', on: day, rate, source: 'A test' })

/** Every amount of a tie but what the flows are made of. */
async function tiesOf(made: Record<string, unknown>) {
  const { whole } = await figures(made)
  const { cash, cashDirect } = whole
  return { indirect: cash, direct: cashDirect }
}

test('what cash was moved against: what was sold on account and bought on credit has moved none yet', async () => {
  const own = await book('Direct Alone')
  await own.post(own.lines(['1010', 900], ['3010', -900]), on('2025-06-01'))
  await own.post(own.lines(['1100', 500], ['4010', -500]), on('2026-02-01'))
  await own.post(own.lines(['1010', 320], ['1100', -320]), on('2026-03-01'))
  await own.post(own.lines(['1510', 240], ['2010', -240]), on('2026-03-05'))
  await own.post(own.lines(['2010', 100], ['1010', -100]), on('2026-04-01'))
  await own.post(own.lines(['6070', 24], ['1519', -24]), on('2026-12-31'))
  await own.post(own.lines(['6010', 70], ['7010', 5], ['1010', -75]), on('2026-05-01'))
  await own.post(own.lines(['1010', 400], ['2510', -400]), on('2026-05-02'))
  await own.post(own.lines(['1510', 60], ['1010', -60]), on('2026-05-03'))
  const made = await consolidate(own, ...YEAR)
  deepEqual(await direct(made), [
    'Operating activities: 145.00',
    '  Receivables: 320.00',
    '  Payables: -100.00',
    '  People: -70.00',
    '  Interest expense: -5.00',
    'Investing activities: -60.00',
    '  Equipment: -60.00',
    'Financing activities: 400.00',
    '  Loans: 400.00',
    'Net cash flow: 485.00',
    'Cash at the beginning: 900.00',
    'Cash at the end: 1385.00',
  ])
  const ties = await tiesOf(made)
  deepEqual(ties.direct, ties.indirect)
})

test('of a group of one it is what its book says, line by line, with an opening in the period', async () => {
  const own = await book('Direct One', 'EUR')
  await own.post(own.lines(['1010', 300], ['1510', 80], ['3010', -380]), {
    ...on('2026-01-01'),
    source: 'opening',
  })
  await earned(own, 45, '2026-02-03')
  await own.post(own.lines(['6020', 12], ['1010', -12]), on('2026-06-30'))
  await own.post(own.lines(['1100', 99], ['4010', -99]), on('2026-07-01'))
  const made = await consolidate(own, ...YEAR)
  const told = await direct(made)
  const read = await act('statements.get-statement', {
    bookId: own.bookId,
    kind: 'cash-flow',
    method: 'direct',
    periods: [{ from: YEAR[0], to: YEAR[1] }],
  })
  const ofBook = amountsByLabel(read)
  for (const label of ['Operating activities', 'Revenue', 'Marketing', 'Net cash flow', 'Cash at the end'])
    equal(
      told.find((row) => row.trim().startsWith(`${label}:`))?.split(': ')[1],
      ofBook[label],
      `${label} of ${told.join(' | ')}`,
    )
  deepEqual(told, [
    'Operating activities: 33.00',
    '  Revenue: 45.00',
    '  Marketing: -12.00',
    'Net cash flow: 33.00',
    'Cash at the beginning: 0.00',
    'Cash that books were opened with: 300.00',
    'Cash at the end: 333.00',
  ])
})

/** A parent that owns 80 % of what it founded with others. */
async function aPair(name: string): Promise<[parent: TestBook, child: TestBook]> {
  const [parent, child] = [await book(`${name} Parent`), await book(`${name} Child`)]
  await owns(parent, child, '80')
  await founded(parent, [[undefined, 3000]])
  await founded(child, [
    [parent, 800],
    [undefined, 200],
  ])
  return [parent, child]
}

test('what entities of the group pay each other is none, whatever each took it for; what others get is financing', async () => {
  const [parent, child] = await aPair('Direct Within')
  const [ofParent, ofChild] = [{ partnerEntityId: parent.entityId }, { partnerEntityId: child.entityId }]
  // A fee, paid at once
  await child.post(child.lines(['6060', 90, withPartner(parent)], ['1010', -90]), on('2026-02-01'))
  await parent.post(parent.lines(['1010', 90], ['4100', -90, withPartner(child)]), on('2026-02-01'))
  // A fee that the parent had booked as a claim before
  await parent.post(parent.lines(['1150', 40, ofChild], ['4100', -40, withPartner(child)]), on('2026-02-01'))
  await parent.post(parent.lines(['1010', 40], ['1150', -40, ofChild]), on('2026-03-01'))
  await child.post(child.lines(['6060', 40, withPartner(parent)], ['1010', -40]), on('2026-03-01'))
  // Goods in stock
  await child.post(child.lines(['1200', 100, ofParent], ['1010', -100]), on('2026-03-02'))
  await parent.post(parent.lines(['1010', 100], ['4100', -100, withPartner(child)]), on('2026-03-02'))
  // A dividend, 80 of it to the parent
  await child.post(child.lines(['3500', 80, ofParent], ['3500', 20], ['1010', -100]), on('2026-04-01'))
  await parent.post(parent.lines(['1010', 80], ['7110', -80, withPartner(child)]), on('2026-04-01'))
  // More capital
  await child.post(child.lines(['1010', 160], ['3010', -160, ofParent]), on('2026-05-01'))
  await parent.post(parent.lines(['1600', 160, ofChild], ['1010', -160]), on('2026-05-01'))
  await earned(child, 500, '2026-06-01')
  const made = await consolidate(parent, ...YEAR)
  deepEqual(await direct(made), [
    'Operating activities: 500.00',
    '  Due from group entities: 0.00',
    '  Inventory: 0.00',
    '  Revenue: 500.00',
    '  Revenue from group entities: 0.00',
    '  Shared services from group entities: 0.00',
    '  Dividends and shares of results: 0.00',
    'Investing activities: 0.00',
    '  Investments in entities: 0.00',
    'Financing activities: -20.00',
    '  Capital: 0.00',
    '  Distributions: -20.00',
    'Net cash flow: 480.00',
    'Cash at the beginning: 3200.00',
    'Cash at the end: 3680.00',
  ])
})

test('from 100 % to 35 %: the sale is investing with its gain, less the cash that left', async () => {
  const [parent, child] = [await book('Direct Seller'), await book('Direct Sold')]
  const stakeId = await owns(parent, child, '100')
  await founded(parent, [[undefined, 3000]])
  await founded(child, [[parent, 1000]])
  await earned(child, 290, '2026-03-31')
  await act('entities.end-stake', { stakeId, until: '2026-06-30' })
  await owns(parent, child, '35', { from: '2026-07-01' })
  await parent.post(
    parent.lines(['1010', 1100], ['1600', -650, { partnerEntityId: child.entityId }], ['7100', -450]),
    on('2026-07-01'),
  )
  const made = await consolidate(parent, ...YEAR)
  deepEqual(await direct(made), [
    'Operating activities: 290.00',
    '  Revenue: 290.00',
    'Investing activities: -190.00',
    '  Investments in entities: 1100.00',
    '  Cash of entities that left: -1290.00',
    'Net cash flow: 100.00',
    'Cash at the beginning: 3000.00',
    'Cash at the end: 3100.00',
  ])
})

test('a part that is sold under control, with a gain, is paid by other owners: financing', async () => {
  const [parent, child] = [await book('Direct Between'), await book('Direct Part')]
  const stakeId = await owns(parent, child, '100')
  await founded(parent, [[undefined, 3000]])
  await founded(child, [[parent, 1000]])
  await act('entities.end-stake', { stakeId, until: '2026-06-30' })
  await owns(parent, child, '80', { from: '2026-07-01' })
  await parent.post(
    parent.lines(['1010', 260], ['1600', -200, { partnerEntityId: child.entityId }], ['7100', -60]),
    on('2026-07-01'),
  )
  const made = await consolidate(parent, ...YEAR)
  const rows = await direct(made)
  deepEqual(
    rows.filter((row) => /activities|Noncontrolling|Net cash/.test(row)),
    [
      'Operating activities: 0.00',
      'Investing activities: 0.00',
      'Financing activities: 260.00',
      '  Noncontrolling interest: 260.00',
      'Net cash flow: 260.00',
    ],
    rows.join('\n'),
  )
})

test('a dividend that is decided and not paid touches rates in the indirect statement alone; both end at the same cash', async () => {
  const [parent, child] = [await book('Direct Dollars'), await book('Direct Euros', 'EUR')]
  await owns(parent, child, '100')
  await act('ledger.record-rates', {
    rates: [quote('2026-01-01', '1.10'), quote('2026-03-10', '1.10'), quote('2026-03-31', '1.20')],
  })
  await child.post(child.lines(['1010', 1000], ['3010', -1000]), on('2026-01-01'))
  await earned(child, 200, '2026-03-10')
  await child.post(child.lines(['3500', 50], ['2100', -50]), on('2026-03-10'))
  const made = await consolidate(parent, '2026-01-02', '2026-03-31')
  const { whole } = await figures(made)
  const [indirect, told] = [whole['cash'], whole['cashDirect']]
  if (!isRecord(indirect) || !isRecord(told)) throw new Error('both are told')
  deepEqual(await direct(made), [
    // 200 at 1.15, the average of March
    'Operating activities: 230.00',
    '  Revenue: 230.00',
    'Net cash flow: 230.00',
    // 1000 x 0.10, and 200 x 0.05
    'Effect of exchange rates on cash: 110.00',
    'Cash at the beginning: 1100.00',
    'Cash at the end: 1440.00',
  ])
  deepEqual([indirect['difference'], told['difference']], ['0.00', '0.00'])
  // 50 at 1.10 and at 1.15
  notEqual(indirect['exchange'], told['exchange'])
})
