import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { changeOf, isNothing, shareText, signedText } from './change-of.ts'

test('a change is told in units and in parts, with its sign', () => {
  deepEqual(changeOf(['450.00', '400.00'], 'USD'), { amount: '50.00', share: 0.125 })
  deepEqual(changeOf(['-50.00', '-100.00'], 'USD'), { amount: '50.00', share: 0.5 })
  deepEqual(changeOf(['7', '0'], 'JPY'), { amount: '7', share: null })
  equal(signedText('1200.50', 'USD'), '+1,200.50')
  equal(signedText('-1200.50', 'USD'), '\u22121,200.50')
  equal(signedText('0.00', 'USD'), '0.00')
  equal(shareText(-0.125), '\u221212.5%')
  equal(shareText(2.5), '+250%')
})

test('nothing is nothing in every currency', () => {
  deepEqual(['0', '0.00', '-0.000', '0.01', '-10'].map(isNothing), [true, true, true, false, false])
})
