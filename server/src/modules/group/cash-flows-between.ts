import { gainsBetweenOwners } from './between-owners.ts'
import { eliminated, eliminatePairs, GOODS, isOwed } from './eliminate-pairs.ts'
import type { LineKind } from '#kernel/consolidation-kinds.ts'
import type { Flow, Found, Piece, Work } from './consolidation-model.ts'
import { isResult } from './entity-column.ts'
import { heldOn } from './group-ownership.ts'

/** What two entities of the group paid each other is no flow of the group: of both sides it is taken out, as what they owe and earn is. */
export function flowsBetween(flows: readonly Flow[], { before, end }: { before: Work; end: Work }): Piece[] {
  if (end.given.isOnlyCash) return paidBetween(flows, end)
  const owed = foundIn(flows, end, (caption) => (isOwed(caption) ? 'elimination:balances' : undefined))
  return [...eliminated(owed), ...resultsBetween(end), ...resultsBetween(before).map(opposite)]
}

/** Of what moved cash all is set against each other as it is booked: what one has paid the other has got, whatever either took it for. */
function paidBetween(flows: readonly Flow[], end: Work): Piece[] {
  const gains = gainsBetweenOwners(end).map((one): Found =>
    Object.assign(one, { topic: 'balances' as const }),
  )
  return eliminated(foundIn(flows, end, kindOfPaid).concat(gains)).map(ofOwners)
}

function kindOfPaid(caption: Flow['caption']): LineKind | undefined {
  if (caption === 'distributions' || caption === 'investment-income') return 'elimination:dividends'
  if (isResult(caption)) return 'elimination:income'
  if (GOODS.includes(caption)) return 'elimination:goods'
  return isOwed(caption) ? 'elimination:balances' : undefined
}

function foundIn(
  flows: readonly Flow[],
  { given }: Work,
  kindOf: (caption: Flow['caption']) => LineKind | undefined,
): Found[] {
  return flows.flatMap(({ caption, entityId, accountId, partnerId, told, on }): Found[] => {
    const kind = kindOf(caption)
    if (kind === undefined || partnerId === null || told === 0n) return []
    if (heldOn(given.ownership, partnerId, on).method !== 'full') return []
    return [{ topic: 'balances', kind, caption, entityId, accountId, partnerId, minor: told }]
  })
}

/** Income, goods and dividends, as they are taken out of the result; of balances that stand at the closing rate there is no flow. */
function resultsBetween(work: Work): Piece[] {
  return eliminatePairs(work)
    .filter(
      ({ kind, caption }) =>
        kind !== 'elimination:balances' &&
        !(kind === 'elimination:difference' && (caption === 'due-from-group' || caption === 'due-to-group')),
    )
    .map(ofOwners)
}

export function opposite(piece: Piece): Piece {
  return { ...piece, minor: -piece.minor }
}

/** What is gained from other owners is no result: with the rest of the price they have paid it. */
function ofOwners(piece: Piece): Piece {
  return piece.kind === 'elimination:investment' && piece.caption === 'retained-earnings'
    ? { ...piece, caption: 'noncontrolling-interest', kind: 'nci' }
    : piece
}
