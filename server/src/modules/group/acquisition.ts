import { addDays } from '#kernel/periods.ts'
import type { Movement, Work } from './consolidation-model.ts'
import { earlierStake, type EarlierStake } from './earlier-stake.ts'
import { controlRun, heldOn, PRICE_WITHIN_DAYS } from './group-ownership.ts'
import { isInvestedIn } from './investments.ts'
import { netAssetsOn, partOf } from './net-assets.ts'

/** What a holder of the group paid for an entity that it controls, against what it got: all in the group's currency. */
export interface Acquisition {
  holderId: string
  entityId: string
  /** The first day under control. */
  from: string
  /** As booked, at the rates of the days on which it was paid. */
  paid: bigint
  /** What it held before control, where it did. */
  earlier: EarlierStake | null
  /** The holder's part of the equity that there was before control, by what it is. */
  capitalBefore: bigint
  earnedBefore: bigint
  adjustmentBefore: bigint
  /** What the holder put in as capital since. */
  contributed: bigint
  /** What was paid up to the first day, with what was held before at its value of that day, beyond what was got for it. */
  goodwill: bigint
  /** The same after that: for further stakes, or nobody knows why. */
  paidLater: bigint
  /** What of those two came with openings of books, and moved nothing. */
  opened: { contributed: bigint; paidLater: bigint }
  /** Whether the holder's stake changed after the first day. */
  changedLater: boolean
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

/** What was put in as capital is one amount in two currencies: how near a rate that was agreed is to the table's. */
const NEAR_PERCENT = 5n

/**
 * What its holder paid in, and the entity got, differ by rates alone where they are near each other: the holder booked the rate that it
 * got, the entity's capital is told at the table's. That is a difference of translation (IAS 21.39), and nobody's mistake.
 */
export function apartByRates(
  { holderId, entityId, contributed, paidLater, changedLater }: Acquisition,
  { given }: Work,
): bigint {
  const [holder, entity] = [holderId, entityId].map((id) => given.members.get(id)?.currency)
  if (changedLater || holder === entity) return 0n
  const [apart, whole] = [paidLater, contributed].map((one) => (one < 0n ? -one : one))
  return (apart ?? 0n) * 100n <= (whole ?? 0n) * NEAR_PERCENT ? paidLater : 0n
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
  const opening = given.openings.filter(({ on }) => on >= from && on <= until)
  const openingCapital = opening.filter((one) => one.entityId === entityId && one.caption === 'capital')
  const openingPaid = opening.filter((one) => one.entityId === holderId && isInvestedIn(entityId, one))
  const isLater = ({ on }: Movement) => on > firstUntil
  const openedCapital = ofHolder(openingCapital)
  const openedLater = told(openingPaid.filter(isLater)) - ofHolder(openingCapital.filter(isLater))
  // Where nothing was paid for what was there, it is no purchase, and stays where it stands; nor is a founding one.
  const isBought = paidFirst !== 0n && (before.own !== 0n || paid !== contributed)
  const bought = isBought ? partOfEach(before, share) : { capital: 0n, adjustment: 0n, earned: 0n }
  const earlier = isBought ? earlierStake({ holderId, entityId, from }, investments, work) : null
  const beyondPaid = earlier?.beyondPaid ?? 0n
  const goodwill = isBought
    ? paidFirst + beyondPaid - contributedFirst - bought.capital - bought.adjustment - bought.earned
    : 0n
  return {
    holderId,
    entityId,
    from,
    paid,
    earlier,
    opened: { contributed: openedCapital, paidLater: openedLater },
    capitalBefore: bought.capital,
    earnedBefore: bought.earned,
    adjustmentBefore: bought.adjustment,
    contributed,
    goodwill,
    paidLater:
      paid + beyondPaid - contributed - bought.capital - bought.adjustment - bought.earned - goodwill,
    changedLater: (given.ownership.get(entityId) ?? []).some(
      ({ from: on }) => on > from && on <= until && shareOn(on) !== share,
    ),
  }
}

function partOfEach(before: { total: bigint; capital: bigint; adjustment: bigint }, share: bigint) {
  const [capital, adjustment] = [partOf(before.capital, share), partOf(before.adjustment, share)]
  return { capital, adjustment, earned: partOf(before.total, share) - capital - adjustment }
}
