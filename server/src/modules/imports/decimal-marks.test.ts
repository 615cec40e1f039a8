import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decimalOf, numberIn } from './decimal-marks.ts'
import { readNumber, waysOf } from './read-number.ts'
import type { Decimal } from './schema.ts'

const recordsOf = (cells: readonly string[]) => cells.map((cell, at) => ({ row: at + 2, cells: [cell] }))

function columnOf(cells: readonly string[], said?: Decimal) {
  const records = recordsOf(cells)
  const column = decimalOf(records, 0, said)
  const values = records.map((record) => {
    const read = numberIn(record, 0, column)
    return 'value' in read ? read.value : read.message.en
  })
  return { decimal: column.decimal, values }
}

const read = (cell: string) => readNumber(cell, 'point')

test('a column says by its clear cells how the others are written', () => {
  deepEqual(columnOf(['1.234,50', '1.234', '7']), { decimal: 'comma', values: ['1234.50', '1234', '7'] })
  deepEqual(columnOf(['1,234.50', '1.234', '−7']), { decimal: 'point', values: ['1234.50', '1.234', '-7'] })
  deepEqual(columnOf(['12', '(3)', '1 000 000']), { decimal: null, values: ['12', '-3', '1000000'] })
})

test('what can be read in two ways is asked about, with both readings, until somebody says it', () => {
  const { decimal, values } = columnOf(['1.234', '5'])
  equal(decimal, 'unclear')
  deepEqual(values, [
    '"1.234" is 1.234 with a decimal point and 1234 with a decimal comma. Say which the column has.',
    '5',
  ])
  deepEqual(columnOf(['1.234', '5'], 'comma').values, ['1234', '5'])
  deepEqual(columnOf(['1.234', '5'], 'point').values, ['1.234', '5'])
})

test('both ways in one column are errors at their rows: the few where most agree, all where none do', () => {
  const { decimal, values } = columnOf(['1.5', '2.5', '1.234,50', '9.999'])
  equal(decimal, 'point')
  deepEqual(values.slice(0, 2), ['1.5', '2.5'])
  ok(values[2]?.includes('written with a decimal comma, and 2 other cells'), values[2])
  ok(values[3]?.startsWith('"9.999" may be 9.999 or 9999'), values[3])
  const even = columnOf(['1.5', '1,5', '7'])
  deepEqual([even.decimal, even.values[2]], ['mixed', '7'])
  ok(
    even.values.slice(0, 2).every((one) => one.includes('Write them alike')),
    even.values.join(),
  )
})

test('signs, currencies, percents and groups are taken off, and texts with digits stay texts', () => {
  deepEqual(['€ 1,234.50', '-12%', '$-5', 'EUR 7', '7 EUR', "1'234.5", '1 234.5', '.5', '007'].map(read), [
    { value: '1234.50', unit: '€' },
    { value: '-12', unit: '%' },
    { value: '-5', unit: '$' },
    { value: '7', unit: 'EUR' },
    { value: '7', unit: 'EUR' },
    { value: '1234.5', unit: '' },
    { value: '1234.5', unit: '' },
    { value: '0.5', unit: '' },
    { value: '7', unit: '' },
  ])
  deepEqual(
    ['12 - 14', 'about 7 or eight of them', '', 'n/a', '1.2.3', '1,23,456.7', '2026-10-31', '1e5'].map(read),
    Array.from({ length: 8 }, () => undefined),
  )
})

test('every number that a spreadsheet writes comes back, in both ways of writing', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (cents) => {
      const number = Number(cents) / 100
      for (const [locale, decimal] of [
        ['en', 'point'],
        ['de', 'comma'],
        ['fr', 'comma'],
        ['de-CH', 'point'],
      ] as const) {
        const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(number)
        equal(Number(readNumber(written, decimal)?.value), number, written)
        const { withPoint, withComma } = waysOf(written)
        equal([withPoint, withComma].filter((one) => one !== undefined).length, 1, written)
      }
    }),
  )
})
