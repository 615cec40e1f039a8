/** What a number of a cell means, by its number format. */
export type NumberKind = 'number' | 'percent' | 'date'

/** Built-in formats that are days or times (ECMA-376 part 1, 18.8.30, with those of East Asian editions). */
const DATES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const
const PERCENTS: ReadonlySet<number> = new Set([9, 10])
const DAY_MS = 86_400_000
/** Day 0 of the two calendars of spreadsheets. The first counts a 29 February 1900, which never was. */
const EPOCH_1900_MS = Date.UTC(1899, 11, 30)
const EPOCH_1904_MS = Date.UTC(1904, 0, 1)
const NO_SUCH_DAY = 60
/** 31 December 9999, the last day that a spreadsheet knows. */
const SERIAL_MAX = 2_958_465

export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) {
    if (PERCENTS.has(id)) return 'percent'
    return DATES.some(([first, last]) => id >= first && id <= last) ? 'date' : 'number'
  }
  // Texts in quotation marks, escaped letters, and colours or places in brackets say nothing about what it is.
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
  if (bare.includes('%')) return 'percent'
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare) ? 'date' : 'number'
}

/** The day, or the instant without a time zone, of a serial number; undefined for a day that never was. */
export function dateOfSerial(serial: number, is1904: boolean): string | undefined {
  if (!(serial >= 0 && serial <= SERIAL_MAX) || (!is1904 && Math.floor(serial) === NO_SUCH_DAY))
    return undefined
  const days = !is1904 && serial < NO_SUCH_DAY ? serial + 1 : serial
  const ms = (is1904 ? EPOCH_1904_MS : EPOCH_1900_MS) + Math.round(days * DAY_MS)
  const text = new Date(ms).toISOString()
  if (serial < 1) return text.slice(11, 19)
  return Number.isInteger(serial) ? text.slice(0, 10) : text.slice(0, 19)
}

/** Fifteen digits are all that a spreadsheet keeps; what is stored after them is noise of binary fractions. */
const DIGITS = 15

/** A number without an exponent, as people write it. */
export function plainNumber(number: number): string {
  const short = String(number)
  // Nearly all are so, and this is ten times as fast.
  if (short.length <= DIGITS && !short.includes('e')) return short
  const [mantissa = '', exponent = '0'] = number.toExponential(DIGITS - 1).split('e')
  const isNegative = mantissa.startsWith('-')
  const digits = mantissa.replaceAll(/[-.]/g, '')
  const point = Number(exponent) + 1
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = point <= 0 ? 1 : point
  const fraction = padded.slice(at).replace(/0+$/, '')
  const whole = padded.slice(0, at)
  const text = fraction === '' ? whole : `${whole}.${fraction}`
  return isNegative && /[1-9]/.test(text) ? `-${text}` : text
}
