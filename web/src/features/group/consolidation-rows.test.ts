import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { consolidationRows, sourceOf, type Words } from './consolidation-rows.ts'
import type { Consolidation, Figures } from './group-words.ts'

const WORDS: Words = { caption: same, section: same, total: same, kind: same }
const NONE = { closing: '0.00', period: '0.00' }

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

function held(caption: Figures['caption'], closing: string, eliminated = '0.00'): Figures {
  return figure(caption, { closing, period: '0.00' }, { closing: eliminated, period: '0.00' })
}

function earned(caption: Figures['caption'], period: string): Figures {
  return figure(caption, { closing: '0.00', period }, NONE)
}

function figure(
  caption: Figures['caption'],
  entities: Figures['entities'],
  eliminations: Figures['entities'],
): Figures {
  const isEliminated = eliminations.closing !== '0.00'
  const total = { closing: isEliminated ? '0.00' : entities.closing, period: entities.period }
  return {
    caption,
    entities,
    eliminations,
    total,
    parts: [
      // The server tells them by name; books come first all the same.
      ...(isEliminated ? [{ kind: 'elimination:balances' as const, lines: 1, ...eliminations }] : []),
      { kind: 'entity', lines: 1, ...entities },
    ],
  }
}

const MADE: Consolidation = {
  id: 'con_1',
  root: { id: 'ent_1', name: 'Lark Holding LLC' },
  from: '2026-01-01',
  to: '2026-03-31',
  knownAt: '2026-07-01T00:00:00Z',
  currency: 'USD',
  entities: 2,
  result: '50.00',
  resultOfOthers: '0.00',
  difference: '0.00',
  digest: '',
  madeAt: '2026-07-01T00:00:00Z',
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
  rates: [],
  ownership: [],
  proofs: [],
  notes: [],
  check: { assets: '1100.00', liabilitiesAndEquity: '1100.00', difference: '0.00' },
}
