import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { cashTie } from './consolidation-cash.ts'
import type { FigureTold, RowsGiven, RowWords, Told } from './consolidation-figures.ts'
import { consolidationRows, sourceOf } from './consolidation-rows.ts'

const WORDS: RowWords = { caption: same, section: same, total: same, kind: same }
const NONE: Told = { closing: '0.00', period: '0.00', flow: '0.00', direct: '0.00' }

test('a balance sheet has its captions with what they come from, and the result of the period as equity', () => {
  const rows = consolidationRows(MADE, 'balance-sheet', WORDS)
  deepEqual(
    rows.map(({ key, amounts }) => [key].concat(amounts)),
    [
      ['section:current-assets', '1,600.00', '-500.00', '1,100.00'],
      ['caption:cash', '1,100.00', '0.00', '1,100.00'],
      ['part:cash:entity', '1,100.00', '', ''],
      ['caption:due-from-group', '500.00', '-500.00', '0.00'],
      ['part:due-from-group:entity', '500.00', '', ''],
      ['part:due-from-group:elimination:balances', '', '-500.00', ''],
      ['total-assets', '1,600.00', '-500.00', '1,100.00'],
      ['section:current-liabilities', '500.00', '-500.00', '0.00'],
      ['caption:due-to-group', '500.00', '-500.00', '0.00'],
      ['part:due-to-group:entity', '500.00', '', ''],
      ['part:due-to-group:elimination:balances', '', '-500.00', ''],
      ['total-liabilities', '500.00', '-500.00', '0.00'],
      ['section:equity', '1,100.00', '0.00', '1,100.00'],
      ['caption:capital', '1,050.00', '0.00', '1,050.00'],
      ['part:capital:entity', '1,050.00', '', ''],
      ['period-result', '50.00', '0.00', '50.00'],
      ['liabilities-and-equity', '1,600.00', '-500.00', '1,100.00'],
    ].map((row) => row.map((text) => text.replace(',', ''))),
  )
})

test('an income statement has costs positive, and interest paid as it takes away', () => {
  const rows = consolidationRows(MADE, 'income-statement', WORDS)
  const total = (key: string) => rows.find((row) => row.key === key)?.amounts[2]
  equal(total('caption:cost-of-revenue'), '30.00')
  equal(total('gross-profit'), '70.00')
  equal(total('section:financial-result'), '-20.00')
  equal(total('part:interest-expense:entity'), '')
  equal(total('net-result'), '50.00')
})

test('a row says what it is made of: a part with its kind, a section that is one caption, a total nothing', () => {
  const rows = consolidationRows(MADE, 'balance-sheet', WORDS)
  const source = (key: string) => {
    const row = rows.find((one) => one.key === key)
    return row && sourceOf(row)
  }
  deepEqual(source('part:due-to-group:elimination:balances'), {
    caption: 'due-to-group',
    kind: 'elimination:balances',
  })
  deepEqual(source('section:current-liabilities'), { caption: 'due-to-group', kind: undefined })
  equal(source('section:equity'), undefined)
  equal(source('total-assets'), undefined)
})

function same(name: string): string {
  return name
}

function held(caption: FigureTold['caption'], closing: string, eliminated = '0.00'): FigureTold {
  return figure(caption, { ...NONE, closing }, { ...NONE, closing: eliminated })
}

function earned(caption: FigureTold['caption'], period: string): FigureTold {
  return figure(caption, { ...NONE, period }, NONE)
}

function figure(caption: FigureTold['caption'], entities: Told, eliminations: Told): FigureTold {
  const isEliminated = eliminations.closing !== '0.00'
  const total = { ...entities, closing: isEliminated ? '0.00' : entities.closing }
  return {
    caption,
    entities,
    eliminations,
    total,
    compared: null,
    parts: [
      // The server tells them by name; books come first all the same.
      ...(isEliminated ? [{ kind: 'elimination:balances' as const, ...eliminations, compared: null }] : []),
      { kind: 'entity', ...entities, compared: null },
    ],
  }
}

const MADE: RowsGiven = {
  currency: 'USD',
  isCompared: false,
  figures: [
    held('cash', '1100.00'),
    held('due-from-group', '500.00', '-500.00'),
    held('goodwill', '0.00'),
    held('due-to-group', '500.00', '-500.00'),
    held('capital', '1050.00'),
    earned('revenue', '100.00'),
    earned('cost-of-revenue', '30.00'),
    earned('interest-expense', '20.00'),
  ],
}

/** The same with what it was before: half of its cash, no revenue, and stock that has gone since. */
function besideBefore(): RowsGiven {
  const before: Partial<Record<FigureTold['caption'], Told>> = {
    cash: { ...NONE, closing: '550.00' },
    inventory: { ...NONE, closing: '500.00' },
    capital: { ...NONE, closing: '1050.00' },
  }
  const figures = [...MADE.figures, held('inventory', '0.00')].map((one): FigureTold => {
    const compared = before[one.caption] ?? NONE
    const parts = one.parts.map((part) =>
      Object.assign({}, part, { compared: part.kind === 'entity' ? compared : NONE }),
    )
    return Object.assign({}, one, { compared, parts })
  })
  return { ...MADE, isCompared: true, figures }
}

test('beside another one a row has what it was there, and the change; what has gone since is told too', () => {
  const rows = consolidationRows(besideBefore(), 'balance-sheet', WORDS)
  const amounts = (key: string) => rows.find((row) => row.key === key)?.amounts
  deepEqual(amounts('total-assets'), ['1600.00', '-500.00', '1100.00', '1050.00', '50.00'])
  deepEqual(amounts('caption:cash'), ['1100.00', '0.00', '1100.00', '550.00', '550.00'])
  deepEqual(amounts('part:due-from-group:elimination:balances'), ['', '-500.00', '', '0.00', '-500.00'])
  deepEqual(amounts('part:inventory:entity'), ['0.00', '', '', '500.00', '-500.00'])
  deepEqual(amounts('liabilities-and-equity'), ['1600.00', '-500.00', '1100.00', '1050.00', '50.00'])
})

test('a cash flow statement leads from the result to the cash at the end, or says by how much it does not', () => {
  const moved = (
    caption: FigureTold['caption'],
    told: Partial<Told>,
    kind = 'entity' as const,
  ): FigureTold => {
    const whole = { ...NONE, ...told }
    return {
      caption,
      entities: whole,
      eliminations: NONE,
      total: whole,
      compared: null,
      parts: [{ kind, ...whole, compared: null }],
    }
  }
  const cash = moved('cash', { closing: '170.00', period: '70.00' })
  const given: RowsGiven = {
    currency: 'USD',
    isCompared: false,
    figures: [
      { ...cash, parts: [...cash.parts, { kind: 'cash:exchange', ...NONE, flow: '8.00', compared: null }] },
      moved('receivables', { flow: '30.00' }),
      moved('borrowings', { flow: '12.00' }),
      moved('revenue', { period: '100.00', flow: '100.00' }),
      moved('depreciation', { period: '20.00', flow: '20.00' }),
      moved('accumulated-depreciation', { flow: '-20.00' }),
      moved('other-income', { period: '5.00' }),
    ],
  }
  const rows = consolidationRows(given, 'cash-flow', WORDS)
  deepEqual(
    rows
      .filter(({ depth, kind }) => depth < 2 || kind === 'total')
      .map(({ key, amounts }) => [key, amounts[2]]),
    [
      ['section:operating', '70.00'],
      ['net-result', '85.00'],
      ['no-cash', '-5.00'],
      ['depreciation-added', '20.00'],
      ['caption:receivables', '-30.00'],
      ['section:financing', '12.00'],
      ['caption:borrowings', '12.00'],
      ['net-cash-flow', '82.00'],
      ['exchange-on-cash', '8.00'],
      ['opening-cash', '100.00'],
      ['closing-cash', '170.00'],
    ],
  )
  // Of 20 that were depreciated and 8 that left with what was sold, the rows say both.
  const sold = moved('accumulated-depreciation', { flow: '-12.00' })
  const withSale = {
    ...given,
    figures: given.figures.map((one) => (one.caption === sold.caption ? sold : one)),
  }
  deepEqual(
    consolidationRows(withSale, 'cash-flow', WORDS)
      .filter(({ key }) => /^section:investing|^caption:acc|^depreciation/.test(key))
      .map(({ key, amounts }) => [key, amounts[2]])
      .slice(-3),
    [
      ['section:investing', '-8.00'],
      ['caption:accumulated-depreciation', '12.00'],
      ['depreciation-taken', '-20.00'],
    ],
  )
  // 100 + 82 + 8 would be 190
  equal(cashTie(given.figures, 'flow').difference, -2000n)
})
