import { minorDigits } from './currencies.ts'

/** The most that one amount may be, in minor units: thousands of them still add up within 64 bits. */
export const AMOUNT_MINOR_MAX = 1_000_000_000_000_000n

/** Of a decimal text such as `1200.5`: in minor units of the currency, or what is wrong with it. */
export function minorOf(
  decimal: string,
  currency: string,
): { minor: bigint } | { wrong: 'digits' | 'range' | 'text' } {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d{1,20})(?:\.(\d{1,12}))?$/.exec(decimal) ?? []
  if (whole === '') return { wrong: 'text' }
  const digits = minorDigits(currency)
  const kept = fraction.replace(/0+$/, '')
  if (kept.length > digits) return { wrong: 'digits' }
  const minor = BigInt(sign + whole + kept.padEnd(digits, '0'))
  return minor > AMOUNT_MINOR_MAX || minor < -AMOUNT_MINOR_MAX ? { wrong: 'range' } : { minor }
}

/** As decimal text, with all the digits that the currency has: `1200.50`. */
export function decimalOf(minor: bigint, currency: string): string {
  const digits = minorDigits(currency)
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  const sign = minor < 0n ? '-' : ''
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** For people: `1,200.50 EUR`, with a minus sign of its own as on the screens. */
export function amountText(minor: bigint, currency: string): string {
  const [whole = '', fraction] = decimalOf(minor, currency).replace('-', '\u2212').split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${fraction === undefined ? grouped : `${grouped}.${fraction}`} ${currency}`
}
