import { circleThrough, moreThanWhole, overlap, type DatedEdge, type DatedStake } from './dated-graph.ts'
import type { JudgedSpan, OwnershipRows } from './ownership-queries.ts'
import {
  endsBeforeItBegins,
  entityNotFound,
  judgementsOverlap,
  moreThanOwned,
  ownerNotFound,
  ownershipCircle,
  ownsNothing,
  stakesOverlap,
} from './problems.ts'

/** Throws why a stake cannot be so. `all` was read behind the lock; a stake that is changed stands in it as it was. */
export function refuseStake(all: OwnershipRows, wanted: DatedStake): void {
  refuseSpan(all, wanted)
  if (wanted.voting === 0n && wanted.economic === 0n) throw ownsNothing()
  const others = all.stakes.filter(({ id, entityId }) => id !== wanted.id && entityId === wanted.entityId)
  const name = nameIn(all)
  const clash = others.find((other) => other.ownerId === wanted.ownerId && overlap(other, wanted))
  if (clash) throw stakesOverlap(name(wanted.ownerId), name(wanted.entityId), clash)
  refuseCircle(all, wanted)
  const over = moreThanWhole(others, wanted)
  if (over) throw moreThanOwned(name(wanted.entityId), over)
}

export function refuseJudgement(all: OwnershipRows, wanted: JudgedSpan): void {
  refuseSpan(all, wanted)
  const clash = all.judgements.find(
    (other) => other.id !== wanted.id && other.entityId === wanted.entityId && overlap(other, wanted),
  )
  if (clash) throw judgementsOverlap(nameIn(all)(wanted.entityId), clash)
  if (wanted.controls) refuseCircle(all, wanted)
}

function refuseSpan({ nodes }: OwnershipRows, { entityId, ownerId, from, until }: DatedEdge): void {
  if (!nodes.has(entityId)) throw entityNotFound(entityId)
  if (!nodes.has(ownerId)) throw ownerNotFound(ownerId)
  if (until !== null && until < from) throw endsBeforeItBegins(from, until)
}

function refuseCircle(all: OwnershipRows, wanted: DatedEdge & { id: string }): void {
  const edges = [...all.stakes, ...all.judgements.filter(({ controls }) => controls)]
  const circle = circleThrough(
    edges.filter(({ id }) => id !== wanted.id),
    wanted,
  )
  if (circle) throw ownershipCircle(circle.path.map(nameIn(all)), circle.from)
}

function nameIn({ nodes }: OwnershipRows) {
  return (id: string) => nodes.get(id)?.name ?? id
}
