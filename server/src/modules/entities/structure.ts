import { idFrom } from '#kernel/ids.ts'
import { holdsOn, type DatedStake } from './dated-graph.ts'
import { controllers, ownersFirst, sharesOfRoots } from './look-through.ts'
import type { JudgedSpan, OwnershipRows } from './ownership-queries.ts'
import { percentOf, roundedMillionths, WHOLE, type Share } from './percent.ts'

/** As many roots as are told of one entity, the largest first. */
export const ROOTS_TOLD_MAX = 20

/** Who owns what on a day, below a root or below everybody who is owned by nobody. Pure: the day is a filter on rows. */
export function structureOf(all: OwnershipRows, on: string, rootId: string | undefined) {
  const inPart = rootId === undefined ? undefined : reachedBelow(all, on, rootId)
  const within = ({ ownerId, entityId }: { ownerId: string; entityId: string }) =>
    inPart === undefined || (inPart.has(ownerId) && inPart.has(entityId))
  const everyStake = all.stakes.filter((stake) => holdsOn(stake, on))
  const everyJudgement = all.judgements.filter((judgement) => holdsOn(judgement, on))
  const stakes = everyStake.filter(within)
  const ids = [...all.nodes.keys()].filter((id) => inPart?.has(id) ?? isShown(all, id, everyStake))
  const owned = new Set(everyStake.map(({ entityId }) => entityId))
  const roots = rootId === undefined ? ids.filter((id) => !owned.has(id)) : [rootId]
  const isRoot = new Set(roots)
  // Control is a matter of the whole: a group above the root may cast the votes that decide below it.
  const order = ownersFirst(all.nodes.keys(), everyStake, everyJudgement)
  const shares = sharesOfRoots(order, stakes, roots)
  const control = controllers(order, everyStake, everyJudgement)
  const recorded = sums(everyStake)
  const nodes = ids.map((id) => {
    const { name, kind } = all.nodes.get(id) ?? { name: id, kind: 'entity' as const }
    const sum = recorded.get(id)
    const controlled = control.get(id)
    const { told, isCut } = toldShares(shares.get(id), id)
    return {
      id,
      name,
      kind,
      isRoot: isRoot.has(id),
      lookThrough: told,
      lookThroughIsCut: isCut,
      control: controlled
        ? {
            controllerId: controlled.controllerId,
            controllerName: all.nodes.get(controlled.controllerId)?.name ?? controlled.controllerId,
            by: controlled.by,
            votingPercent: percentOf(controlled.votes),
          }
        : null,
      unrecorded:
        kind === 'entity'
          ? {
              votingPercent: percentOf(WHOLE - (sum?.voting ?? 0n)),
              economicPercent: percentOf(WHOLE - (sum?.economic ?? 0n)),
            }
          : null,
    }
  })
  const edges = stakes.map(({ id, entityId, ownerId, voting, economic }) => ({
    stakeId: idFrom('stake', id),
    entityId: idFrom('entity', entityId),
    ownerId,
    votingPercent: percentOf(voting),
    economicPercent: percentOf(economic),
  }))
  return { nodes, edges, changesOn: changeDays(all, inPart) }
}

/** Every entity, and of holders those that hold something on the day. */
function isShown({ nodes }: OwnershipRows, id: string, stakes: readonly DatedStake[]): boolean {
  return nodes.get(id)?.kind === 'entity' || stakes.some(({ ownerId }) => ownerId === id)
}

function reachedBelow(all: OwnershipRows, on: string, rootId: string): Set<string> {
  const below = new Map<string, string[]>()
  for (const stake of all.stakes)
    if (holdsOn(stake, on)) below.set(stake.ownerId, [...(below.get(stake.ownerId) ?? []), stake.entityId])
  const reached = new Set([rootId])
  for (const id of reached) for (const owned of below.get(id) ?? []) reached.add(owned)
  return reached
}

function sums(stakes: readonly DatedStake[]): Map<string, { voting: bigint; economic: bigint }> {
  const totals = new Map<string, { voting: bigint; economic: bigint }>()
  for (const { entityId, voting, economic } of stakes) {
    const sum = totals.get(entityId) ?? { voting: 0n, economic: 0n }
    totals.set(entityId, { voting: sum.voting + voting, economic: sum.economic + economic })
  }
  return totals
}

function toldShares(shares: ReadonlyMap<string, Share> | undefined, self: string) {
  const rounded = [...(shares ?? [])]
    .filter(([ownerId, { parts }]) => ownerId !== self && parts > 0n)
    .map(([ownerId, share]) => ({ ownerId, millionths: roundedMillionths(share) }))
    .toSorted((one, other) => Number(other.millionths - one.millionths))
  const told = rounded.slice(0, ROOTS_TOLD_MAX).map(({ ownerId, millionths }) => ({
    ownerId,
    economicPercent: percentOf(millionths),
  }))
  return { told, isCut: rounded.length > ROOTS_TOLD_MAX }
}

/** The days on which something begins or has ended the day before; the newest, as many as a slider can mark. */
const CHANGES_TOLD_MAX = 400
const DAYS_END = '2200'

function changeDays(all: OwnershipRows, inPart: ReadonlySet<string> | undefined): string[] {
  const spans: readonly (DatedStake | JudgedSpan)[] = [...all.stakes, ...all.judgements]
  const touching = spans.filter(
    ({ entityId, ownerId }) => inPart === undefined || inPart.has(entityId) || inPart.has(ownerId),
  )
  const days = touching.flatMap(({ from, until }) => (until === null ? [from] : [from, dayAfter(until)]))
  return [...new Set(days)]
    .filter((day) => day < DAYS_END)
    .toSorted()
    .slice(-CHANGES_TOLD_MAX)
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
