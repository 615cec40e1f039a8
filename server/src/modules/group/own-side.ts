import { CAPTIONS, type CaptionName } from '#kernel/captions.ts'
import { decimalOf } from '#kernel/money.ts'

/** As statements show it: assets and expenses positive as debits, all else as credits. */
export function ownSide(caption: CaptionName, minor: bigint, currency: string): string {
  const { type } = CAPTIONS[caption]
  return decimalOf(type === 'asset' || type === 'expense' ? minor : -minor, currency)
}
