import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { foldKeys, linesOf } from './lines-of.ts'
import type { StatementRow } from './statement-words.ts'

const row = (kind: StatementRow['kind'], key: string, label = key): StatementRow => ({
  kind,
  key,
  label,
  depth: { caption: 1, computed: 1, account: 2 }[String(kind)] ?? 0,
  caption: null,
  account: null,
  amounts: [],
})
const ROWS = [
  row('section', 'section:revenue', 'Revenue'),
  row('caption', 'caption:revenue', 'Revenue'),
  row('account', '4010'),
  row('section', 'section:operating-expenses'),
  row('caption', 'caption:marketing'),
  row('account', '6020'),
  row('caption', 'caption:rent'),
  row('account', '6040'),
  row('computed', 'earnings'),
  row('total', 'net-result'),
]
const keys = (folded: string[]) => linesOf(ROWS, new Set(folded)).map((line) => line.row.key)

test('what is folded hides its accounts, and nothing else', () => {
  deepEqual(keys(['caption:marketing']), [
    'section:revenue',
    '4010',
    'section:operating-expenses',
    'caption:marketing',
    'caption:rent',
    '6040',
    'earnings',
    'net-result',
  ])
  deepEqual(keys(foldKeys(ROWS)), [
    'section:revenue',
    'section:operating-expenses',
    'caption:marketing',
    'caption:rent',
    'earnings',
    'net-result',
  ])
})

test('a section that says the same as its one caption folds in its place', () => {
  const [revenue] = linesOf(ROWS, new Set(['caption:revenue']))
  deepEqual([revenue?.foldKey, revenue?.isFolded], ['caption:revenue', true])
  const depths = linesOf(ROWS, new Set()).map(({ depth }) => depth)
  deepEqual(depths, [0, 1, 0, 1, 2, 1, 2, 1, 0])
})
