import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { AMOUNT_MINOR_MAX, amountText, decimalOf, minorOf } from './money.ts'

test('decimals become minor units by the digits of their currency, and back', () => {
  for (const [decimal, currency, minor, back] of [
    ['1200.5', 'EUR', 120_050n, '1200.50'],
    ['-0.01', 'USD', -1n, '-0.01'],
    ['7', 'JPY', 7n, '7'],
    ['1.234', 'KWD', 1234n, '1.234'],
    ['3.1000', 'EUR', 310n, '3.10'],
    ['0', 'EUR', 0n, '0.00'],
  ] as const) {
    deepEqual(minorOf(decimal, currency), { minor })
    equal(decimalOf(minor, currency), back)
  }
})

test('what cannot be told in the currency is told apart', () => {
  deepEqual(minorOf('1.001', 'EUR'), { wrong: 'digits' })
  deepEqual(minorOf('1.5', 'JPY'), { wrong: 'digits' })
  deepEqual(minorOf('10000000000000.01', 'EUR'), { wrong: 'range' })
  deepEqual(minorOf('10000000000000', 'EUR'), { minor: AMOUNT_MINOR_MAX })
  for (const text of ['', '.5', '1,5', '1e3', '+1', '1.', '0x1', '1 000', 'NaN'])
    deepEqual(minorOf(text, 'EUR'), { wrong: 'text' })
})

test('for people, amounts are in groups of three', () => {
  equal(amountText(123_456_789n, 'EUR'), '1,234,567.89 EUR')
  equal(amountText(-100_000n, 'JPY'), '\u2212100,000 JPY')
  equal(amountText(-5n, 'USD'), '\u22120.05 USD')
})
