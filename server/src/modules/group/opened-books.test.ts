import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { earned, founded, statementOf, testGroup, type TestBook } from './test-group.ts'

const { act, book, owns, consolidate, figures } = await testGroup()
const opened = (own: TestBook, lines: Parameters<TestBook['lines']>, effectiveOn: string) =>
  own.post(own.lines(...lines), { effectiveOn, source: 'opening' })

test('what books are opened with is no flow: not its cash, its capital, its results, nor what two of them are to each other', async () => {
  const [parent, child] = [await book('Opened Parent'), await book('Opened Child')]
  await owns(parent, child, '100')
  const [owner, owned] = [{ partnerEntityId: parent.entityId }, { partnerEntityId: child.entityId }]
  await opened(
    parent,
    [
      ['1010', 500],
      ['1600', 300, owned],
      ['1150', 40, owned],
      ['3010', -600],
      ['4010', -240],
    ],
    '2026-03-01',
  )
  await opened(
    child,
    [
      ['1010', 200],
      ['1510', 190],
      ['3010', -300, owner],
      ['2050', -40, owner],
      ['2010', -50],
    ],
    '2026-03-01',
  )
  await earned(child, 70, '2026-06-30')
  await child.post(child.lines(['2050', 15, owner], ['1010', -15]), { effectiveOn: '2026-07-01' })
  await parent.post(parent.lines(['1010', 15], ['1150', -15, owned]), { effectiveOn: '2026-07-01' })
  await child.post(child.lines(['2010', 50], ['1010', -50]), { effectiveOn: '2026-07-02' })
  const made = await consolidate(parent, '2026-01-01', '2026-12-31')
  deepEqual(await statementOf(act, made), [
    // 70 earned, 50 paid
    'Operating activities: 20.00',
    // 240 of the opening, and 70
    '  Net result: 310.00',
    '  Gains on stakes and results without cash: -240.00',
    '  Due from group entities: 0.00',
    '  Payables: -50.00',
    '  Due to group entities: 0.00',
    'Net cash flow: 20.00',
    'Cash at the beginning: 0.00',
    'Cash that books were opened with: 700.00',
    'Cash at the end: 720.00',
  ])
  const { whole } = await figures(made)
  deepEqual(whole['cash'], {
    opening: '0.00',
    opened: '700.00',
    flows: '20.00',
    exchange: '0.00',
    acquired: '0.00',
    disposed: '0.00',
    rounding: '0.00',
    closing: '720.00',
    difference: '0.00',
  })
  // A year later it stands at the beginning.
  const next = await figures(await consolidate(parent, '2027-01-01', '2027-12-31'))
  deepEqual(Object.assign({}, next.whole['cash']), {
    opening: '720.00',
    opened: '0.00',
    flows: '0.00',
    exchange: '0.00',
    acquired: '0.00',
    disposed: '0.00',
    rounding: '0.00',
    closing: '720.00',
    difference: '0.00',
  })
})

const quote = (on: string, rate: string) => ({ base: 'EUR', quote: 'USD', on, rate, source: 'A test' })

test('in euros: what was there counts at the rate of its day, and what rates did to it since is no flow either', async () => {
  const [parent, child] = [await book('Opened Dollars'), await book('Opened Euros', 'EUR')]
  await owns(parent, child, '80')
  await act('ledger.record-rates', {
    // The average of March is 1.20
    rates: [
      quote('2026-02-10', '1.10'),
      quote('2026-03-05', '1.15'),
      quote('2026-03-20', '1.20'),
      quote('2026-03-31', '1.25'),
    ],
  })
  await founded(parent, [[undefined, 900]])
  await opened(
    child,
    [
      ['1010', 1000],
      ['3010', -1000],
    ],
    '2026-02-10',
  )
  await earned(child, 100, '2026-03-15')
  const { whole } = await figures(await consolidate(parent, '2026-01-01', '2026-03-31'))
  deepEqual(whole['cash'], {
    opening: '900.00',
    // 1000 x 1.10
    opened: '1100.00',
    // 100 x 1.20
    flows: '120.00',
    // 1000 x 0.15; 100 x 0.05
    exchange: '155.00',
    acquired: '0.00',
    disposed: '0.00',
    rounding: '0.00',
    // 900, and 1100 x 1.25
    closing: '2275.00',
    difference: '0.00',
  })
})

test('opened before it came, it came with its entity; opened and gone again, it left with it', async () => {
  const [parent, bought, sold] = [
    await book('Opened Buyer'),
    await book('Opened Bought'),
    await book('Opened Sold'),
  ]
  await founded(parent, [[undefined, 1000]])
  await opened(bought, capital(300), '2026-02-01')
  await owns(parent, bought, '100', { from: '2026-04-01' })
  const stakeId = await owns(parent, sold, '100')
  await opened(sold, capital(50), '2026-02-01')
  await earned(sold, 5, '2026-03-01')
  await act('entities.end-stake', { stakeId, until: '2026-08-31' })
  const { whole } = await figures(await consolidate(parent, '2026-01-01', '2026-12-31'))
  deepEqual(whole['cash'], {
    opening: '1000.00',
    opened: '50.00',
    flows: '5.00',
    exchange: '0.00',
    acquired: '300.00',
    disposed: '-55.00',
    rounding: '0.00',
    closing: '1300.00',
    difference: '0.00',
  })
})

function capital(cash: number): Parameters<TestBook['lines']> {
  return [
    ['1010', cash],
    ['3010', -cash],
  ]
}
