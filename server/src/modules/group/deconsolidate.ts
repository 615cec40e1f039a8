import { addDays } from '#kernel/periods.ts'
import { divideRounded } from '#kernel/rates.ts'
import { WHOLE } from '#server/modules/entities/index.ts'
import { acquisitionsOf, type Acquisition } from './acquisition.ts'
import type { Piece, Work } from './consolidation-model.ts'
import { isStakeValued } from './earlier-stake.ts'
import { goodwillNow } from './eliminate-investments.ts'
import { controlRun, heldOn, PRICE_WITHIN_DAYS } from './group-ownership.ts'
import { netAssetsOn, partOf } from './net-assets.ts'
import { resultToOthers } from './noncontrolling.ts'

/**
 * What is left of an entity whose control was lost: its assets and debts are gone, its results up to the day before stay. The
 * seller's book has a gain against what it had paid; the group's gain is against what the entity stood at, so the rest of it
 * is told here. A stake that is kept stands at the fair value by which its investment was raised or lowered (IFRS 10.25), and where
 * nobody booked one, at its part of what the entity stood at.
 */
export function deconsolidate(work: Work): Piece[] {
  const { given, moment } = work
  return [...given.members.keys()].flatMap((entityId) => {
    const run = controlRun(given.ownership, entityId, moment.on)
    if (!run || run.endedOn === null || heldOn(given.ownership, entityId, moment.on).method === 'full')
      return []
    return leftOf(entityId, run.endedOn, work)
  })
}

function leftOf(entityId: string, lostOn: string, work: Work): Piece[] {
  const { given, moment, columns } = work
  const bought = acquisitionsOf(entityId, work)
  const holderId = bought[0]?.holderId ?? given.rootId
  const piece = (caption: Piece['caption'], minor: bigint): Piece => ({
    caption,
    kind: 'deconsolidation',
    entityId: holderId,
    accountId: null,
    partnerId: entityId,
    minor,
  })
  const stood = stoodAt({ entityId, lostOn, bought }, work)
  const kept = stood.kept - stood.keptAsBooked
  if (lostOn < moment.from)
    return [piece('investments-group', kept), piece('retained-earnings', -kept)].filter(
      ({ minor }) => minor !== 0n,
    )
  const gain = stood.kept - stood.carried + (stood.paid - stood.keptAsBooked) + stood.adjustment
  const toOthers = resultToOthers(entityId, work, [])
  const told = [
    piece('investments-group', kept),
    piece('other-income', -gain),
    piece('noncontrolling-interest', toOthers),
  ]
  // All that it had earned for the group before the period; in the column of the entity only the period is left.
  const sum = [...told, ...(columns.get(entityId)?.pieces ?? [])].reduce(
    (total, { minor }) => total + minor,
    0n,
  )
  return [...told, piece('retained-earnings', -sum)].filter(({ minor }) => minor !== 0n)
}

function stoodAt(
  { entityId, lostOn, bought }: { entityId: string; lostOn: string; bought: readonly Acquisition[] },
  work: Work,
) {
  const { given, moment, translator, invested } = work
  const last = addDays(lostOn, -1)
  const before = heldOn(given.ownership, entityId, last)
  const after = heldOn(given.ownership, entityId, lostOn)
  const net = netAssetsOn(entityId, last, work)
  const onLast = { ...work, moment: { on: last, from: last } }
  const goodwill = sumOf(bought.map((one) => (one.goodwill > 0n ? goodwillNow(one, onLast) : 0n)))
  const goodwillFirst = sumOf(bought.map((one) => (one.goodwill > 0n ? one.goodwill : 0n)))
  const carried = net.total + goodwill - partOf(net.total, WHOLE - before.share)
  const [had, has] = [before, after].map(({ holders }) => sumOf(holders.map(({ share }) => share)))
  const bookedBy = addDays(lostOn, PRICE_WITHIN_DAYS)
  const booked = (invested.get(entityId) ?? []).filter(({ on }) => on <= moment.on && on <= bookedBy)
  const keptAsBooked = sumOf(booked.map((one) => translator.closing(one.minor, one.currency, one.on)))
  const isValued = isStakeValued(
    { entityId, on: lostOn },
    after.holders.map(({ id }) => id),
    work,
  )
  const part = had === 0n ? 0n : divideRounded(carried * (has ?? 0n), had ?? 1n)
  return {
    carried,
    paid: sumOf(bought.map((one) => one.paid)),
    kept: isValued ? keptAsBooked : part,
    keptAsBooked,
    adjustment:
      partOf(net.adjustment, before.share) -
      sumOf(bought.map((one) => one.adjustmentBefore)) +
      (goodwill - goodwillFirst),
  }
}

function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, one) => sum + one, 0n)
}
