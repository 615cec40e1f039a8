import type { Flow, Found, Piece, Work } from './consolidation-model.ts'
import { eliminatePairs, isOwed, eliminated } from './eliminate-pairs.ts'
import { heldOn } from './group-ownership.ts'

/** What two entities of the group paid each other is no flow of the group: of both sides it is taken out, as what they owe and earn is. */
export function flowsBetween(flows: readonly Flow[], { before, end }: { before: Work; end: Work }): Piece[] {
  const { ownership } = end.given
  const owed = flows.flatMap(({ caption, entityId, accountId, partnerId, told, on }): Found[] => {
    if (partnerId === null || told === 0n || !isOwed(caption)) return []
    if (heldOn(ownership, partnerId, on).method !== 'full') return []
    const place = { caption, entityId, accountId, partnerId, minor: told }
    return [{ ...place, topic: 'balances', kind: 'elimination:balances' }]
  })
  return [...eliminated(owed), ...resultsBetween(end), ...resultsBetween(before).map(opposite)]
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
