import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isEin } from './ein.ts'
import { isLei, leiCheckDigits } from './lei.ts'

const first18 = fc.stringMatching(/^[A-Z0-9]{18}$/)

test('published LEIs are right', () => {
  // The examples of gleif.org: its own, and those of Apple Inc. and Deutsche Bank AG.
  for (const lei of ['506700GE1G29325QX363', 'HWUPKR0MPOU8FGXBT394', '7LTWFZYICNSX8D621K86'])
    ok(isLei(lei), lei)
})

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const isLetter = (character: string) => LETTERS.includes(character)

/** A letter counts as two digits, so only what stays letter or stays digit is sure to be found: B1 and 1B are alike. */
test('check digits make a LEI, and a wrong letter or digit, or two exchanged ones, are always found', () => {
  fc.assert(
    fc.property(first18, fc.nat(18), fc.nat(24), (first, at, shift) => {
      const lei = first + leiCheckDigits(first)
      ok(isLei(lei))
      const [here, next] = [lei.charAt(at), lei.charAt(at + 1)]
      const alphabet = isLetter(here) ? LETTERS : '0123456789'
      const other = alphabet.charAt((alphabet.indexOf(here) + 1 + shift) % alphabet.length)
      equal(isLei(lei.slice(0, at) + other + lei.slice(at + 1)), other === here)
      if (isLetter(here) === isLetter(next))
        equal(isLei(lei.slice(0, at) + next + here + lei.slice(at + 2)), next === here)
    }),
  )
})

test('an EIN begins as the IRS begins them', () => {
  for (const ein of ['12-3456789', '98-0000001', '01-2345678']) ok(isEin(ein), ein)
  for (const ein of ['00-1234567', '07-1234567', '89-1234567', '123456789', '12-345678', ' 12-3456789'])
    ok(!isEin(ein), ein)
})
