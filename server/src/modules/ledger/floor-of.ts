import { minorOf } from '#kernel/money.ts'
import { amountRefused } from './problems.ts'

/** In minor units. Throws `ledger.amount-refused` where the currency cannot tell it. */
export function floorOf(floor: string | null, currency: string | null): bigint | null {
  if (floor === null || currency === null) return null
  const read = minorOf(floor, currency)
  if ('wrong' in read) throw amountRefused(floor, currency)
  return read.minor
}
