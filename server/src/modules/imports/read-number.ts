import type { Decimal } from './schema.ts'

/** What stands in a cell, without what tells its unit. */
interface Written {
  isNegative: boolean
  /** Digits, points and commas. */
  digits: string
  /** What stood beside the digits: "%", "EUR", "€"; empty where nothing did. */
  unit: string
}

export interface ReadNumber {
  /** Decimal text, as an operation takes it. */
  value: string
  unit: string
}

/** How a cell can be read: one way, either way alike, two ways that differ, or not at all. */
export type Ways = { withPoint: string | undefined; withComma: string | undefined }

const SIGN_AND_UNIT = /^([^\d.,]*)(\d[\d.,\s'’]*|[.,]\d+)([^\d.,]*)$/u
const GROUPS = /^\d{1,3}(?:[\s'’]\d{3})+(?=$|[.,])/u

export function waysOf(cell: string): Ways {
  const written = writtenIn(cell)
  if (!written) return { withPoint: undefined, withComma: undefined }
  return { withPoint: valueOf(written, 'point'), withComma: valueOf(written, 'comma') }
}

/** Undefined where the cell is no number in that way of writing. */
export function readNumber(cell: string, decimal: Decimal): ReadNumber | undefined {
  const written = writtenIn(cell)
  const value = written && valueOf(written, decimal)
  return written && value !== undefined ? { value, unit: written.unit } : undefined
}

function writtenIn(cell: string): Written | undefined {
  const text = cell.trim().replaceAll('\u{2212}', '-')
  const isBracketed = /^\(.*\)$/s.test(text)
  const [, before = '', middle, after = ''] = SIGN_AND_UNIT.exec(isBracketed ? text.slice(1, -1) : text) ?? []
  if (middle === undefined) return undefined
  const sign = /[-+]/.exec(before)?.[0]
  const unit = `${before.replace(/[-+]/, '')} ${after}`.trim()
  // Something like "12 to 14" or "Q3" is a text with digits in it, and not a number with a unit.
  if (unit.length > UNIT_CHARS_MAX || /[-+()]/.test(unit)) return undefined
  const digits = middle.trim()
  const grouped = GROUPS.exec(digits)?.[0] ?? ''
  const joined = grouped.replaceAll(/[\s'’]/gu, '') + digits.slice(grouped.length)
  return { isNegative: isBracketed || sign === '-', digits: joined, unit }
}

const UNIT_CHARS_MAX = 12

function valueOf({ isNegative, digits }: Written, decimal: Decimal): string | undefined {
  const [group, mark] = decimal === 'point' ? [',', '.'] : ['.', ',']
  const [whole = '', fraction, more] = digits.split(mark)
  if (more !== undefined || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined
  const isPlain = /^\d*$/.test(whole) && (whole !== '' || fraction !== undefined)
  const groups = whole.split(group)
  const isGrouped =
    groups.length > 1 &&
    /^[1-9]\d{0,2}$/.test(groups[0] ?? '') &&
    groups.slice(1).every((one) => /^\d{3}$/.test(one))
  if (!isPlain && !isGrouped) return undefined
  const plain = groups.join('').replace(/^0+(?=\d)/, '') || '0'
  const value = fraction === undefined ? plain : `${plain}.${fraction}`
  return isNegative && /[1-9]/.test(value) ? `-${value}` : value
}
