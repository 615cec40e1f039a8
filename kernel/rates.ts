import { minorDigits } from './currencies.ts'

/** Digits after the point that a rate may have: as many as the table of rates keeps. */
const SCALE = 10

/** A rate as decimal text, such as `1.0842`: units of the second currency for one of the first. */
export interface Rate {
  from: string
  to: string
  rate: string
}

/** Minor units of one currency in minor units of the other, rounded half away from zero. */
export function convertMinor(minor: bigint, { from, to, rate }: Rate): bigint {
  const numerator = minor * scaled(rate) * 10n ** BigInt(minorDigits(to))
  return divideRounded(numerator, 10n ** BigInt(SCALE + minorDigits(from)))
}

/** What one unit of the second is in the first. */
export function inverseRate(rate: string): string {
  return unscaled(divideRounded(10n ** BigInt(2 * SCALE), scaled(rate)))
}

export function timesRate(first: string, second: string): string {
  return unscaled(divideRounded(scaled(first) * scaled(second), 10n ** BigInt(SCALE)))
}

/** The plain average of some rates, of at least one. */
export function meanRate(rates: readonly string[]): string {
  const sum = rates.reduce((total, rate) => total + scaled(rate), 0n)
  return unscaled(divideRounded(sum, BigInt(rates.length)))
}

/** Half away from zero, as money is rounded on paper. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const isNegative = numerator < 0n !== denominator < 0n
  const [top, bottom] = [numerator, denominator].map((one) => (one < 0n ? -one : one))
  const rounded = ((top ?? 0n) * 2n + (bottom ?? 1n)) / ((bottom ?? 1n) * 2n)
  return isNegative ? -rounded : rounded
}

function scaled(rate: string): bigint {
  const [whole = '0', fraction = ''] = rate.split('.')
  return BigInt(whole + fraction.slice(0, SCALE).padEnd(SCALE, '0'))
}

function unscaled(value: bigint): string {
  const text = value.toString().padStart(SCALE + 1, '0')
  const fraction = text.slice(-SCALE).replace(/0+$/, '')
  return fraction === '' ? text.slice(0, -SCALE) : `${text.slice(0, -SCALE)}.${fraction}`
}
