import type { LineKind } from '#kernel/consolidation-kinds.ts'
import { acquisitionsOf, apartByRates, type Acquisition } from './acquisition.ts'
import type { Piece, Work } from './consolidation-model.ts'
import { heldOn } from './group-ownership.ts'
import { isInvestedIn } from './investments.ts'

/**
 * What a holder paid for an entity of the group against the equity that it got: goodwill is what is left of the first day, and
 * stands at the closing rate of the entity's own currency (IAS 21.47). What was held before control ends there. Further stakes under control are between owners, and
 * go to retained earnings; what rates make of capital that was paid in is translation; what none of these explains stays where it is, as a
 * difference.
 */
export function eliminateInvestments(work: Work): Piece[] {
  const { given, moment, columns } = work
  return [...columns.keys()]
    .filter((id) => id !== given.rootId && heldOn(given.ownership, id, moment.on).method === 'full')
    .flatMap((id) => acquisitionsOf(id, work))
    .flatMap((one) => eliminated(one, work))
}

function eliminated(one: Acquisition, work: Work): Piece[] {
  const { holderId, entityId, paid, earlier, contributed, goodwill, paidLater } = one
  const { moment } = work
  const booked = bookedOf(one, work)
  const piece = (
    of: Pick<Piece, 'caption' | 'entityId' | 'minor'>,
    kind: LineKind = 'elimination:investment',
  ) => ({
    ...of,
    kind,
    accountId: null,
    partnerId: of.entityId === holderId ? entityId : holderId,
  })
  const atHolder = (caption: Piece['caption'], minor: bigint, kind?: LineKind) =>
    piece({ caption, entityId: holderId, minor }, kind)
  const atEntity = (caption: Piece['caption'], minor: bigint) => piece({ caption, entityId, minor })
  const standing = goodwillNow(one, work)
  const byRates = apartByRates(one, work)
  const isPurchaseOfPeriod = one.from >= moment.from
  const bargain = isPurchaseOfPeriod ? ('other-income' as const) : ('retained-earnings' as const)
  return [
    ...(earlier?.pieces ?? []),
    ...booked.map(({ caption, accountId, minor }) => Object.assign(atHolder(caption, -minor), { accountId })),
    atEntity('capital', one.capitalBefore + contributed),
    atEntity('retained-earnings', one.earnedBefore),
    atEntity('other-comprehensive-income', one.adjustmentBefore),
    atHolder(goodwill < 0n ? bargain : 'goodwill', standing),
    atHolder('other-comprehensive-income', goodwill - standing),
    // In a holder's book of another currency what was paid stands at the closing rate, and its adjustment holds the rest.
    atHolder(
      'other-comprehensive-income',
      booked.reduce((sum, { minor }) => sum + minor, -paid),
    ),
    atHolder('other-comprehensive-income', byRates),
    one.changedLater
      ? atHolder('retained-earnings', paidLater)
      : atHolder('investments-group', paidLater - byRates, 'elimination:difference'),
  ].filter(({ minor }) => minor !== 0n)
}

/** The investment as it stands in the holder's column. */
function bookedOf({ holderId, entityId }: Acquisition, { columns }: Work): Piece[] {
  return (columns.get(holderId)?.pieces ?? []).filter((one) => isInvestedIn(entityId, one))
}

/** At the closing rate; a bargain was a gain of its day and is not told anew. */
export function goodwillNow(
  { entityId, goodwill, from }: Acquisition,
  { given, moment, translator }: Work,
): bigint {
  const currency = given.members.get(entityId)?.currency ?? given.currency
  if (goodwill <= 0n) return goodwill
  return translator.closing(translator.back(goodwill, currency, from), currency, moment.on)
}
