import { addDays } from '#kernel/periods.ts'
import {
  controllers,
  holdsOn,
  ownersFirst,
  roundedMillionths,
  sharesOfRoots,
  WHOLE,
  type OwnershipRows,
} from '#server/modules/entities/index.ts'

/** Fully: controlled. Equity: significant influence. Cost: some share. None: nothing, or owned by others alone. */
export type Method = 'full' | 'equity' | 'cost' | 'none'

/** From here on a holder of votes is taken to have significant influence (IAS 28). In millionths of a percent. */
const INFLUENCE = 20_000_000n
/** For so long after the first day, or the last, what a stake was bought or sold for, or was worth, may be booked. */
export const PRICE_WITHIN_DAYS = 31
export const BEGINNING = '0001-01-01'

/** What the group of a root holds of an entity from a day on, until the next span begins. */
export interface Span {
  from: string
  method: Method
  /** The root's economic share through all that it controls, in millionths of a percent. */
  share: bigint
  /** Who of the group holds a stake, and how much of the economic share; in their order. */
  holders: readonly { id: string; share: bigint }[]
}

export type GroupOwnership = ReadonlyMap<string, readonly Span[]>

const NOTHING: Span = { from: BEGINNING, method: 'none', share: 0n, holders: [] }

/**
 * Of every entity below a root, how it is held over time, up to a day. Control is the group's own: who owns the root casts no
 * votes below it. Pure; one pass over the graph for every day on which something changes.
 */
export function groupOwnership(all: OwnershipRows, rootId: string, to: string): GroupOwnership {
  const below = reachedBelow(all, rootId)
  const stakes = all.stakes.filter(({ entityId }) => below.has(entityId))
  const judgements = all.judgements.filter(({ entityId }) => below.has(entityId))
  const changes = [...stakes, ...judgements].flatMap(({ from, until }) =>
    until === null ? [from] : [from, addDays(until, 1)],
  )
  const days = [...new Set(changes)].filter((on) => on <= to).toSorted()
  const spans = new Map<string, Span[]>([[rootId, [{ ...NOTHING, method: 'full', share: WHOLE }]]])
  for (const on of days) {
    const held = stakes.filter((one) => holdsOn(one, on))
    const judged = judgements.filter((one) => holdsOn(one, on))
    const order = ownersFirst([rootId, ...below], held, judged)
    const control = controllers(order, held, judged)
    const isOurs = (id: string) => id === rootId || control.get(id)?.controllerId === rootId
    const ours = held.filter(({ ownerId }) => isOurs(ownerId))
    const shares = sharesOfRoots(order, ours, [rootId])
    const holders = Map.groupBy(ours, ({ entityId }) => entityId)
    for (const id of below) {
      const own = holders.get(id) ?? []
      const share = shares.get(id)?.get(rootId)
      addSpan(spans, id, {
        from: on,
        method: isOurs(id) ? 'full' : methodOf(own),
        share: share ? roundedMillionths(share) : 0n,
        holders: own
          .map(({ ownerId, economic }) => ({ id: ownerId, share: economic }))
          .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      })
    }
  }
  return spans
}

export function heldOn(ownership: GroupOwnership, id: string, on: string): Span {
  return ownership.get(id)?.findLast(({ from }) => from <= on) ?? NOTHING
}

/** The last run of days under control that began by then: its first day, and the first day without, if that came. */
export function controlRun(
  ownership: GroupOwnership,
  id: string,
  on: string,
): { from: string; endedOn: string | null } | undefined {
  const spans = (ownership.get(id) ?? []).filter(({ from }) => from <= on)
  const last = spans.findLastIndex(({ method }) => method === 'full')
  if (last < 0) return undefined
  const before = spans.slice(0, last).findLastIndex(({ method }) => method !== 'full')
  return { from: spans[before + 1]?.from ?? BEGINNING, endedOn: spans[last + 1]?.from ?? null }
}

/** The first day of the influence that there is on a day: the same method without a break. */
export function influenceFrom(ownership: GroupOwnership, id: string, on: string): string {
  const spans = (ownership.get(id) ?? []).filter(({ from }) => from <= on)
  const other = spans.findLastIndex(({ method }) => method !== 'equity')
  return spans[other + 1]?.from ?? on
}

function methodOf(own: readonly { voting: bigint; economic: bigint }[]): Method {
  const votes = own.reduce((sum, { voting }) => sum + voting, 0n)
  if (votes >= INFLUENCE) return 'equity'
  return own.length > 0 ? 'cost' : 'none'
}

function addSpan(spans: Map<string, Span[]>, id: string, span: Span): void {
  const own = spans.get(id)
  if (!own) {
    if (span.method !== 'none') spans.set(id, [span])
    return
  }
  const last = own.at(-1)
  if (!last || !isSame(last, span)) own.push(span)
}

/** Field by field: as texts, 90,000 comparisons of 300 entities over 300 days took longer than the graph itself. */
function isSame(one: Span, other: Span): boolean {
  return (
    one.method === other.method &&
    one.share === other.share &&
    one.holders.length === other.holders.length &&
    one.holders.every(({ id, share }, at) => {
      const held = other.holders[at]
      return held?.id === id && held.share === share
    })
  )
}

/** All that the root ever held something of, directly or not. */
function reachedBelow({ stakes, judgements, nodes }: OwnershipRows, rootId: string): Set<string> {
  const below = Map.groupBy(
    [...stakes, ...judgements.filter(({ controls }) => controls)],
    ({ ownerId }) => ownerId,
  )
  const reached = new Set([rootId])
  for (const id of reached)
    for (const { entityId } of below.get(id) ?? [])
      if (nodes.get(entityId)?.kind === 'entity') reached.add(entityId)
  reached.delete(rootId)
  return reached
}
