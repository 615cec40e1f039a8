import { decimalOf } from '#kernel/money.ts'
import { formatAmount, writtenBy } from '../../design/format.ts'

/** How far an amount lies from the one it is set beside; `share` is null where that one is 0, of which nothing is a part. */
export function changeOf(
  [now = '0', then = '0']: readonly string[],
  currency: string,
): { amount: string; share: number | null } {
  const [later, earlier] = [minorIn(now), minorIn(then)]
  const minor = later - earlier
  const whole = earlier < 0n ? -earlier : earlier
  return { amount: decimalOf(minor, currency), share: whole === 0n ? null : Number(minor) / Number(whole) }
}

/** With its sign, unless it is nothing. */
export function signedText(amount: string, currency: string): string {
  const text = formatAmount(amount, currency)
  return isNothing(amount) || amount.startsWith('-') ? text : `+${text}`
}

/** `+12.5 %`: a digit after the point while it is less than all of it. */
export function shareText(share: number): string {
  const maximumFractionDigits = Math.abs(share) < 1 ? 1 : 0
  return writtenBy({ style: 'percent', maximumFractionDigits, signDisplay: 'exceptZero' }, share)
}

export function isNothing(amount: string): boolean {
  return !/[1-9]/.test(amount)
}

/** Of what the server told, which has all the digits of its currency. */
export function minorIn(amount: string): bigint {
  return BigInt(amount.replace('.', ''))
}
