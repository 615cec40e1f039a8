import type { LineKind } from '#kernel/consolidation-kinds.ts'
import { WHOLE } from '#server/modules/entities/index.ts'
import type { Piece, Work } from './consolidation-model.ts'
import { isNetAsset, isResult } from './entity-column.ts'
import { heldOn } from './group-ownership.ts'
import { partOf } from './net-assets.ts'

/** What two entities are to each other moves nothing between owners: both sides were theirs before it was taken out. */
const BETWEEN: ReadonlySet<LineKind> = new Set<LineKind>([
  'elimination:balances',
  'elimination:income',
  'elimination:goods',
  'elimination:difference',
])

/**
 * What of each controlled entity belongs to others: of its net assets as the group sees them (what it paid for entities below
 * it is replaced by what they are), and of its results by the days on which they were earned. Each counts what is its own, so
 * shares through several levels are products, and add up.
 */
export function noncontrolling(work: Work, pieces: readonly Piece[]): Piece[] {
  const { given, moment, columns } = work
  const own = Map.groupBy(
    pieces.filter(({ kind }) => !BETWEEN.has(kind)),
    ({ entityId }) => entityId,
  )
  return [...columns.keys()].flatMap((id) => {
    const result = resultToOthers(id, work, own.get(id) ?? [])
    const piece = (kind: 'nci' | 'nci:result', caption: Piece['caption'], minor: bigint): Piece => ({
      caption,
      kind,
      entityId: id,
      accountId: null,
      partnerId: null,
      minor,
    })
    const ofResult = [
      piece('nci:result', 'noncontrolling-interest', -result),
      piece('nci:result', 'retained-earnings', result),
    ]
    const held = heldOn(given.ownership, id, moment.on)
    const others = WHOLE - held.share
    // Bought from its last other owner in the period, or whole: what it has beyond what was paid for is no capital of the group.
    const isBought = (own.get(id) ?? []).some(
      ({ kind, caption }) => kind === 'elimination:investment' && caption === 'capital',
    )
    const isShared = held.method === 'full' && (others > 0n || result !== 0n || isBought)
    const told = isShared ? [...ofResult, ...shared(own.get(id) ?? [], { others, result, piece })] : ofResult
    return told.filter(({ minor }) => minor !== 0n)
  })
}

function shared(
  own: readonly Piece[],
  given: {
    others: bigint
    result: bigint
    piece(kind: 'nci', caption: Piece['caption'], minor: bigint): Piece
  },
): Piece[] {
  const { others, result, piece } = given
  const sumOf = (isMeant: (caption: Piece['caption']) => boolean) =>
    own.reduce((sum, { caption, minor }) => (isMeant(caption) ? sum + minor : sum), 0n)
  const total = partOf(sumOf(isNetAsset), others)
  const capital = -sumOf((caption) => caption === 'capital')
  const distributions = others === 0n ? 0n : -sumOf((caption) => caption === 'distributions')
  const adjustment = partOf(-sumOf((caption) => caption === 'other-comprehensive-income'), others)
  return [
    piece('nci', 'noncontrolling-interest', result - total),
    piece('nci', 'capital', capital),
    piece('nci', 'distributions', distributions),
    piece('nci', 'other-comprehensive-income', adjustment),
    piece('nci', 'retained-earnings', total - result - capital - distributions - adjustment),
  ]
}

/** Of the result of the period, by the share that others had when it was earned; what is not in its book by that of the last day. */
export function resultToOthers(id: string, { given, moment, columns }: Work, own: readonly Piece[]): bigint {
  const othersOn = (on: string) => {
    const held = heldOn(given.ownership, id, on)
    return held.method === 'full' ? WHOLE - held.share : 0n
  }
  const byShare = new Map<bigint, bigint>()
  const add = (share: bigint, minor: bigint) => void byShare.set(share, (byShare.get(share) ?? 0n) - minor)
  for (const { place, told, on } of columns.get(id)?.rows ?? [])
    if (place === 'result') add(othersOn(on), told)
  for (const { kind, caption, minor } of own)
    if (kind !== 'entity' && isResult(caption)) add(othersOn(moment.on), minor)
  return [...byShare].reduce((sum, [share, minor]) => sum + partOf(minor, share), 0n)
}
