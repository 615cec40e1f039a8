import { addDays } from '#kernel/periods.ts'
import type { Movement, Work } from './consolidation-model.ts'
import { isAtClosing, isResult } from './entity-column.ts'
import { controlRun, heldOn } from './group-ownership.ts'
import { netAssetsOn } from './net-assets.ts'

/**
 * Why the translation adjustment of an entity moved as it did, reckoned from its own currency and not from what was left over:
 * opening net assets by what the closing rate moved, the result by closing less average, what owners moved by closing less
 * the rate of the day. What then still differs is rounding.
 */
export interface TranslationProof {
  entityId: string
  currency: string
  openingNetAssetsMinor: bigint
  openingEffectMinor: bigint
  resultMinor: bigint
  resultEffectMinor: bigint
  ownersMinor: bigint
  ownersEffectMinor: bigint
  /** The sum of the three effects, and what the adjustment did move. */
  expectedMinor: bigint
  movedMinor: bigint
}

export function proofsOf(before: Work, end: Work): TranslationProof[] {
  const { given, moment } = end
  return [...given.members.values()].flatMap(({ id, currency }) => {
    const isOurs = heldOn(given.ownership, id, moment.on).method === 'full'
    if (!isOurs || currency === null || currency === given.currency) return []
    return [proofOf({ id, currency }, before, end)]
  })
}

function proofOf(
  { id, currency }: { id: string; currency: string },
  before: Work,
  end: Work,
): TranslationProof {
  const { given, moment, translator, byEntity } = end
  const start = controlRun(given.ownership, id, moment.on)?.from ?? given.from
  const first = start > given.from ? start : given.from
  const last = addDays(first, -1)
  const since = (byEntity.get(id) ?? []).filter(
    ({ on, caption }) => on >= first && on <= moment.on && !isAtClosing(caption),
  )
  const [results, owners] = [true, false].map((wanted) =>
    since.filter((one) => isResult(one.caption) === wanted),
  )
  const opening = netAssetsOn(id, last, end)
  const effectOf = (rows: readonly Movement[] = []) => {
    const minor = rows.reduce((sum, one) => sum - one.minor, 0n)
    const told = rows.reduce(
      (sum, one) =>
        sum +
        (isResult(one.caption)
          ? translator.average(one.minor, currency, one.on)
          : translator.closing(one.minor, currency, one.on)),
      0n,
    )
    return { minor, effect: translator.closing(minor, currency, moment.on) + told }
  }
  const [result, owner] = [effectOf(results), effectOf(owners)]
  const openingEffect = translator.closing(opening.own, currency, moment.on) - opening.total
  const stood = start > given.from ? opening.adjustment : adjustmentIn(before, id)
  return {
    entityId: id,
    currency,
    openingNetAssetsMinor: opening.own,
    openingEffectMinor: openingEffect,
    resultMinor: result.minor,
    resultEffectMinor: result.effect,
    ownersMinor: owner.minor,
    ownersEffectMinor: owner.effect,
    expectedMinor: openingEffect + result.effect + owner.effect,
    movedMinor: adjustmentIn(end, id) - stood,
  }
}

function adjustmentIn({ columns }: Work, id: string): bigint {
  return (columns.get(id)?.pieces ?? []).reduce(
    (sum, { kind, minor }) => (kind === 'translation' ? sum - minor : sum),
    0n,
  )
}
