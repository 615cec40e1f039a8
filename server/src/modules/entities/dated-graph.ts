import { percentOf, WHOLE } from './percent.ts'

/** What holds from its first to its last day; days are compared as text, for ISO 8601 sorts by itself. */
export interface Dated {
  from: string
  until: string | null
}

export interface DatedEdge extends Dated {
  entityId: string
  ownerId: string
}

export interface DatedStake extends DatedEdge {
  id: string
  voting: bigint
  economic: bigint
}

export function holdsOn({ from, until }: Dated, day: string): boolean {
  return from <= day && (until === null || day <= until)
}

export function overlap(one: Dated, other: Dated): boolean {
  return (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until)
}

/**
 * The circle that the new edge would close, from the owner round to itself, and its first day; undefined where there is
 * none. A circle begins on the day on which the last of its edges begins, so only such days are tried.
 */
export function circleThrough(
  edges: readonly DatedEdge[],
  wanted: DatedEdge,
): { path: string[]; from: string } | undefined {
  const above = new Map<string, DatedEdge[]>()
  for (const edge of edges) {
    if (!overlap(edge, wanted)) continue
    above.set(edge.entityId, [...(above.get(edge.entityId) ?? []), edge])
  }
  const reached = reachedFrom(wanted.ownerId, above, () => true)
  if (!reached.has(wanted.entityId)) return undefined
  const begins = [...reached.keys()].flatMap((id) => above.get(id) ?? []).map(({ from }) => from)
  const days = [...new Set([wanted.from, ...begins.filter((from) => holdsOn(wanted, from))])].toSorted()
  for (const from of days) {
    const onDay = reachedFrom(wanted.ownerId, above, (edge) => holdsOn(edge, from))
    if (onDay.has(wanted.entityId)) return { path: pathTo(wanted, onDay), from }
  }
  return undefined
}

/** Whoever owns it, directly or not: each with whom it was reached from. */
function reachedFrom(
  start: string,
  above: ReadonlyMap<string, DatedEdge[]>,
  isOpen: (edge: DatedEdge) => boolean,
): Map<string, string | undefined> {
  const reached = new Map<string, string | undefined>([[start, undefined]])
  for (const [id] of reached)
    for (const edge of above.get(id) ?? [])
      if (isOpen(edge) && !reached.has(edge.ownerId)) reached.set(edge.ownerId, id)
  return reached
}

function pathTo(
  { entityId, ownerId }: DatedEdge,
  reached: ReadonlyMap<string, string | undefined>,
): string[] {
  const path = [ownerId]
  for (let at: string | undefined = entityId; at !== undefined; at = reached.get(at)) path.push(at)
  return path
}

/** The first day on which more than the whole would be owned, and how much; undefined where there is none. */
export function moreThanWhole(
  others: readonly DatedStake[],
  wanted: Omit<DatedStake, 'id'>,
): { day: string; kind: 'voting' | 'economic'; total: string; free: string } | undefined {
  const begins = others.map(({ from }) => from).filter((from) => holdsOn(wanted, from))
  for (const day of [...new Set([wanted.from, ...begins])].toSorted()) {
    const held = others.filter((stake) => holdsOn(stake, day))
    for (const kind of ['voting', 'economic'] as const) {
      const taken = held.reduce((sum, stake) => sum + stake[kind], 0n)
      const total = taken + wanted[kind]
      if (total > WHOLE) return { day, kind, total: percentOf(total), free: percentOf(WHOLE - taken) }
    }
  }
  return undefined
}
