import { i18n } from '../../strings/i18n.ts'

/**
 * What was typed, as the decimal that the API takes: `1,200.50` in English and `1.200,50` in German are `1200.50`.
 * A mark that groups must stand where groups end, so that `12,50` is never taken for 1,250: what cannot be read stays
 * as it was typed, and is refused at its field.
 */
export function decimalIn(typed: string, language: string = i18n.language): string {
  const [group, point] = language.startsWith('de') ? ['.', ','] : [',', '.']
  const text = typed.replaceAll(/[\s\u00A0\u202F'’]/g, '').replace('\u2212', '-')
  const [whole = '', fraction, ...more] = text.split(point)
  const isGrouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+$`).test(whole)
  const digits = isGrouped ? whole.replaceAll(group, '') : whole
  if (more.length > 0 || !/^-?\d*$/.test(digits)) return pointOnly(text) ?? typed.trim()
  if (digits.replace('-', '') === '' && !fraction) return typed.trim()
  const before = /\d/.test(digits) ? digits : `${digits}0`
  if (fraction === undefined || fraction === '') return before
  return /^\d+$/.test(fraction) ? `${before}.${fraction}` : typed.trim()
}

/** The other way: an amount of the API as it is typed, without decimals that say nothing. */
export function typedOf(amount: string, language: string = i18n.language): string {
  const short = amount.replace(/\.0+$/, '')
  return language.startsWith('de') ? short.replace('.', ',') : short
}

/** `1200.50` is no German number, but it is what the keys for figures write, and can mean nothing else. */
function pointOnly(text: string): string | undefined {
  return /^-?\d+\.(\d{1,2}|\d{4,12})$/.test(text) ? text : undefined
}
