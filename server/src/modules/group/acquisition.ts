import { divideRounded } from '#kernel/rates.ts'
import { addDays } from '#kernel/periods.ts'
import { WHOLE } from '#server/modules/entities/index.ts'
import type { Movement, Work } from './consolidation-model.ts'
import { isAtClosing, isResult } from './entity-column.ts'
import { controlRun, heldOn } from './group-ownership.ts'

/** For so long after the first day, or the last, what a stake was bought or sold for may be booked. */
export const PRICE_WITHIN_DAYS = 31

/** What a holder of the group paid for an entity that it controls, against what it got: all in the group's currency. */
export interface Acquisition {
  holderId: string
  entityId: string
  /** The first day under control. */
  from: string
  /** As booked, at the rates of the days on which it was paid. */
  paid: bigint
  /** The holder's part of the equity that there was before control, by what it is. */
  capitalBefore: bigint
  earnedBefore: bigint
  adjustmentBefore: bigint
  /** What the holder put in as capital since. */
  contributed: bigint
  /** What was paid up to the first day beyond what was got for it. */
  goodwill: bigint
  /** The same after that: for further stakes, or nobody knows why. */
  paidLater: bigint
  /** Whether the holder's stake changed after the first day. */
  changedLater: boolean
}

export function partOf(minor: bigint, share: bigint): bigint {
  return divideRounded(minor * share, WHOLE)
}

/** Of every holder with something paid for the entity; where nothing is, there is nothing to set its equity against. */
export function acquisitionsOf(entityId: string, work: Work): Acquisition[] {
  const { given, moment, invested } = work
  const run = controlRun(given.ownership, entityId, moment.on)
  if (!run) return []
  const until = run.endedOn === null ? moment.on : addDays(run.endedOn, -1)
  const byHolder = Map.groupBy(invested.get(entityId) ?? [], (one) => one.entityId)
  return [...byHolder]
    .filter(([id]) => heldOn(given.ownership, id, run.from).method === 'full')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([holderId, all]) => {
      const investments = all.filter(({ on }) => on <= until)
      return investments.length === 0
        ? []
        : [acquisition({ holderId, entityId, from: run.from, until }, investments, work)]
    })
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

function acquisition(
  { holderId, entityId, from, until }: { holderId: string; entityId: string; from: string; until: string },
  investments: readonly Movement[],
  work: Work,
): Acquisition {
  const { given, translator, byEntity } = work
  const shareOn = (day: string) =>
    heldOn(given.ownership, entityId, day).holders.find(({ id }) => id === holderId)?.share ?? 0n
  const share = shareOn(from)
  const told = (rows: readonly Movement[]) =>
    rows.reduce((sum, one) => sum + translator.closing(one.minor, one.currency, one.on), 0n)
  const before = netAssetsOn(entityId, addDays(from, -1), work)
  // Of an entity that was there before, the price may be booked within a month of the first day.
  const firstUntil = before.own === 0n ? from : addDays(from, PRICE_WITHIN_DAYS)
  const paidFirst = told(investments.filter(({ on }) => on <= firstUntil))
  const paid = told(investments)
  const capital = (byEntity.get(entityId) ?? []).filter(
    ({ caption, on }) => caption === 'capital' && on >= from && on <= until,
  )
  // A book in which no capital says from whom it is: each holder's is the part that its stake is.
  const isNamed = capital.some(({ partnerId }) => partnerId !== null)
  const ofHolder = (rows: readonly Movement[]) =>
    isNamed ? -told(rows.filter(({ partnerId }) => partnerId === holderId)) : partOf(-told(rows), share)
  const contributed = ofHolder(capital)
  const contributedFirst = ofHolder(capital.filter(({ on }) => on <= firstUntil))
  // Where nothing was paid for what was there, it is no purchase, and stays where it stands; nor is a founding one.
  const isBought = paidFirst !== 0n && (before.own !== 0n || paid !== contributed)
  const bought = isBought ? partOfEach(before, share) : { capital: 0n, adjustment: 0n, earned: 0n }
  const goodwill = isBought
    ? paidFirst - contributedFirst - bought.capital - bought.adjustment - bought.earned
    : 0n
  return {
    holderId,
    entityId,
    from,
    paid,
    capitalBefore: bought.capital,
    earnedBefore: bought.earned,
    adjustmentBefore: bought.adjustment,
    contributed,
    goodwill,
    paidLater: paid - contributed - bought.capital - bought.adjustment - bought.earned - goodwill,
    changedLater: share !== shareOn(until),
  }
}

function partOfEach(before: { total: bigint; capital: bigint; adjustment: bigint }, share: bigint) {
  const [capital, adjustment] = [partOf(before.capital, share), partOf(before.adjustment, share)]
  return { capital, adjustment, earned: partOf(before.total, share) - capital - adjustment }
}
