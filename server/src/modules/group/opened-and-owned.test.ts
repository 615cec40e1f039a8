import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isRecord } from '#kernel/records.ts'
import { earned, founded, rowsOf, statementOf, testGroup, type TestBook } from './test-group.ts'

const YEAR = ['2026-01-01', '2026-12-31'] as const
const { act, book, owns, consolidate, figures } = await testGroup()

/** What the book is opened with, as an import posts it. */
async function opened(own: TestBook, effectiveOn: string, ...given: Parameters<TestBook['lines']>) {
  return String((await own.post(own.lines(...given), { effectiveOn, source: 'opening' }))['id'])
}

const of = ({ entityId }: TestBook) => ({ partnerEntityId: entityId })

/** Its figures from one cash to the other; that nothing is left over is looked at each time. */
async function tieOf(made: Record<string, unknown>): Promise<Record<string, string>> {
  const { whole } = await figures(made)
  const cash = isRecord(whole['cash']) ? whole['cash'] : {}
  deepEqual([cash['difference'], whole['difference']], ['0.00', '0.00'])
  return Object.fromEntries(
    Object.entries(cash)
      .map(([key, amount]) => [key, String(amount)] as const)
      .filter(([, amount]) => amount !== '0.00'),
  )
}

/** 80 % of it are the parent's, who has 680 in cash; it has 500 on June 30, and is owed 70 that come in August. */
async function importedGroup(name: string) {
  const [parent, child] = [await book(`${name} Parent`), await book(`${name} Child`)]
  await owns(parent, child, '80')
  await founded(parent, [[undefined, 1000]])
  await parent.post(parent.lines(['1600', 320, of(child)], ['1010', -320]), { effectiveOn: '2025-01-01' })
  const openingId = await opened(
    child,
    '2026-06-30',
    ['1010', 500],
    ['1100', 70],
    ['3010', -320, of(parent)],
    ['3010', -80],
    ['4010', -170],
  )
  await child.post(child.lines(['1010', 70], ['1100', -70]), { effectiveOn: '2026-08-01' })
  return { parent, child, openingId }
}

test('what a book is opened with within the period is no flow: it stands in a row of its own, and its results moved no cash', async () => {
  const { parent } = await importedGroup('Within')
  const made = await consolidate(parent, ...YEAR)
  deepEqual(await statementOf(act, made), [
    'Operating activities: 70.00',
    '  Net result: 170.00',
    // Earned before the book was opened
    '  Gains on stakes and results without cash: -170.00',
    '  Receivables: 70.00',
    'Net cash flow: 70.00',
    'Cash at the beginning: 680.00',
    'Cash that books were opened with: 500.00',
    // 680 and 570
    'Cash at the end: 1250.00',
  ])
  deepEqual(await tieOf(made), { opening: '680.00', flows: '70.00', opened: '500.00', closing: '1250.00' })
  const { items } = await act('group.list-consolidation-lines', {
    consolidationId: made['id'],
    kind: 'cash:opened',
  })
  deepEqual(
    rowsOf({ items }, 'items').map(({ entity, flow }) => [Object(entity).name, flow]),
    [['Within Child', '500.00']],
  )
})

test('on the first day of the period it is the same; before it, it is the cash at the beginning', async () => {
  const { parent } = await importedGroup('First day')
  const rest = { flows: '70.00', closing: '1250.00' }
  deepEqual(await tieOf(await consolidate(parent, '2026-06-30', '2026-12-31')), {
    opening: '680.00',
    opened: '500.00',
    ...rest,
  })
  // On the last day: nothing has moved yet.
  deepEqual(await tieOf(await consolidate(parent, '2026-01-01', '2026-06-30')), {
    opening: '680.00',
    opened: '500.00',
    closing: '1180.00',
  })
  deepEqual(await tieOf(await consolidate(parent, '2026-07-01', '2026-12-31')), {
    opening: '1180.00',
    ...rest,
  })
})

test('taken back it was never there; and what is known later changes no consolidation of before', async () => {
  const { parent, child, openingId } = await importedGroup('Taken back')
  const made = await consolidate(parent, ...YEAR)
  // Of a day before the opening, and recorded after it: it stays an opening.
  await child.post(child.lines(['1010', 9], ['2050', -9]), { effectiveOn: '2026-02-01' })
  await act('ledger.reverse-entry', { entryId: openingId, effectiveOn: '2026-09-30' })
  equal((await consolidate(parent, ...YEAR, { recordedAt: made['knownAt'] }))['digest'], made['digest'])
  deepEqual(await tieOf(await consolidate(parent, ...YEAR)), {
    opening: '680.00',
    // 70 and 9
    flows: '79.00',
    closing: '759.00',
  })
  deepEqual(await tieOf(await consolidate(parent, '2026-07-01', '2026-12-31')), {
    // 680, 9 and 500
    opening: '1189.00',
    flows: '70.00',
    opened: '-500.00',
    closing: '759.00',
  })
})

const quote = (on: string, rate: string) => ({ base: 'EUR', quote: 'USD', on, rate, source: 'A test' })

test('a book in euros: what it is opened with at the rate of its day, and what rates did since', async () => {
  const [parent, child] = [await book('Opened Dollars'), await book('Opened Euros', 'EUR')]
  await owns(parent, child, '60')
  await act('ledger.record-rates', {
    // The average of March is 1.22
    rates: [
      quote('2025-01-01', '1.10'),
      quote('2025-12-31', '1.15'),
      quote('2026-03-10', '1.20'),
      quote('2026-03-20', '1.21'),
      quote('2026-03-31', '1.25'),
    ],
  })
  await founded(parent, [[undefined, 2000]])
  await parent.post(parent.lines(['1600', 396, of(child)], ['1010', -396]), { effectiveOn: '2025-01-01' })
  await opened(
    child,
    '2026-03-10',
    ['1010', 1000],
    ['3010', -360, of(parent)],
    ['3010', -240],
    ['2550', -400],
  )
  await earned(child, 200, '2026-03-15')
  const made = await consolidate(parent, '2026-01-01', '2026-03-31')
  deepEqual(await tieOf(made), {
    // 2000 less 396
    opening: '1604.00',
    // 200 x 1.22
    flows: '244.00',
    // 1000 x 0.05, and 200 x 0.03
    exchange: '56.00',
    // 1000 x 1.20
    opened: '1200.00',
    // 1604, and 1200 x 1.25
    closing: '3104.00',
  })
  deepEqual(
    (await statementOf(act, made)).filter((line) => !line.startsWith('  ')),
    [
      'Operating activities: 244.00',
      'Net cash flow: 244.00',
      'Effect of exchange rates on cash: 56.00',
      'Cash at the beginning: 1604.00',
      'Cash that books were opened with: 1200.00',
      'Cash at the end: 3104.00',
    ],
  )
})

test('two books that are opened with each other as partner: only what they paid since is looked at, and taken out', async () => {
  const [parent, child] = [await book('Both Parent'), await book('Both Child')]
  await owns(parent, child, '100')
  await opened(
    parent,
    '2026-03-31',
    ['1010', 900],
    ['1600', 400, of(child)],
    ['1150', 60, of(child)],
    ['4100', -30, { ...of(child), isOverhead: true }],
    ['3010', -1330],
  )
  await opened(
    child,
    '2026-03-31',
    ['1010', 430],
    ['2050', -60, of(parent)],
    ['3010', -400, of(parent)],
    ['6060', 30, { ...of(parent), isOverhead: true }],
  )
  await founded(child, [[parent, 100]], '2026-05-01')
  await child.post(child.lines(['2050', 60, of(parent)], ['1010', -60]), { effectiveOn: '2026-06-01' })
  await parent.post(parent.lines(['1010', 60], ['1150', -60, of(child)]), { effectiveOn: '2026-06-01' })
  const made = await consolidate(parent, ...YEAR)
  deepEqual(await tieOf(made), { opened: '1330.00', closing: '1330.00' })
  const { whole } = await figures(made)
  const flows = rowsOf(whole, 'figures').flatMap((figure) =>
    rowsOf(figure, 'parts')
      .filter(({ flow }) => flow !== '0.00')
      .map(({ kind, flow }) => `${String(figure['caption'])} ${String(kind)} ${String(flow)}`),
  )
  deepEqual(flows, [
    'cash cash:opened 1330.00',
    'due-from-group entity -60.00',
    'due-from-group elimination:balances 60.00',
    'investments-group entity 100.00',
    'investments-group elimination:investment -100.00',
    'due-to-group entity -60.00',
    'due-to-group elimination:balances 60.00',
    'capital entity 100.00',
    'capital elimination:investment -100.00',
  ])
})

test('what a holder paid to an entity whose book is opened after it has left its cash, and comes back with the book', async () => {
  const [parent, child] = [await book('Payer'), await book('Opened later')]
  await owns(parent, child, '100')
  await founded(parent, [[undefined, 1000]])
  await parent.post(parent.lines(['1600', 500, of(child)], ['1010', -500]), { effectiveOn: '2026-03-01' })
  await opened(child, '2026-03-31', ['1010', 480], ['6060', 20], ['3010', -500, of(parent)])
  const made = await consolidate(parent, ...YEAR)
  deepEqual(await statementOf(act, made), [
    'Operating activities: 0.00',
    '  Net result: -20.00',
    '  Gains on stakes and results without cash: 20.00',
    'Investing activities: -500.00',
    '  Investments in entities: -500.00',
    'Net cash flow: -500.00',
    'Cash at the beginning: 1000.00',
    'Cash that books were opened with: 480.00',
    'Cash at the end: 980.00',
  ])
})

test('opened on the day on which control begins, it came with the entity: investing, beside its price', async () => {
  const [parent, child] = [await book('Day Buyer'), await book('Day Bought')]
  await founded(parent, [[undefined, 1000]])
  await owns(parent, child, '100', { from: '2026-04-01' })
  await opened(child, '2026-04-01', ['1010', 300], ['3010', -300])
  await parent.post(parent.lines(['1600', 400, of(child)], ['1010', -400]), { effectiveOn: '2026-04-01' })
  await earned(child, 20, '2026-05-01')
  const made = await consolidate(parent, ...YEAR)
  deepEqual(await statementOf(act, made), [
    'Operating activities: 20.00',
    '  Net result: 20.00',
    'Investing activities: -100.00',
    '  Investments in entities: -400.00',
    '  Cash of entities that came: 300.00',
    'Net cash flow: -80.00',
    'Cash at the beginning: 1000.00',
    'Cash at the end: 920.00',
  ])
})

test('opened before control begins or after it has ended, it is none of the group', async () => {
  const [parent, child] = [await book('Span Parent'), await book('Span Child')]
  await founded(parent, [[undefined, 1000]])
  await opened(child, '2026-03-31', ['1010', 300], ['3010', -300])
  const stakeId = await owns(parent, child, '100', { from: '2026-04-01' })
  await parent.post(parent.lines(['1600', 300, of(child)], ['1010', -300]), { effectiveOn: '2026-04-01' })
  deepEqual(await tieOf(await consolidate(parent, ...YEAR)), {
    opening: '1000.00',
    flows: '-300.00',
    acquired: '300.00',
    closing: '1000.00',
  })
  await act('entities.end-stake', { stakeId, until: '2026-06-30' })
  const late = await book('Span Late')
  const lateStake = await owns(parent, late, '100')
  await act('entities.end-stake', { stakeId: lateStake, until: '2026-06-30' })
  await opened(late, '2026-07-31', ['1010', 70], ['3010', -70])
  deepEqual(await tieOf(await consolidate(parent, ...YEAR)), {
    opening: '1000.00',
    flows: '-300.00',
    acquired: '300.00',
    disposed: '-300.00',
    closing: '700.00',
  })
})
