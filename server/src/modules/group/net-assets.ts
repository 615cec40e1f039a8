import { divideRounded } from '#kernel/rates.ts'
import { WHOLE } from '#server/modules/entities/index.ts'
import type { Work } from './consolidation-model.ts'
import { isAtClosing, isResult } from './entity-column.ts'

export function partOf(minor: bigint, share: bigint): bigint {
  return divideRounded(minor * share, WHOLE)
}

/** Net assets at the end of a day: as the book has them, and in the group's currency at the rate of that day. */
export function netAssetsOn(entityId: string, on: string, { byEntity, translator }: Work) {
  const known = (byEntity.get(entityId) ?? []).filter((one) => one.on <= on && !isAtClosing(one.caption))
  let [own, capital, earned] = [0n, 0n, 0n]
  for (const one of known) {
    own -= one.minor
    if (isResult(one.caption)) earned -= translator.average(one.minor, one.currency, one.on)
    else if (one.caption === 'capital') capital -= translator.closing(one.minor, one.currency, one.on)
    else earned -= translator.closing(one.minor, one.currency, one.on)
  }
  const currency = known[0]?.currency ?? ''
  const total = own === 0n ? 0n : translator.closing(own, currency, on)
  return { own, total, capital, earned, adjustment: total - capital - earned, currency }
}
