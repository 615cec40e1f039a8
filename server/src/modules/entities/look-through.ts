import { assert, present } from '#kernel/assert.ts'
import { ITSELF, plus, through, WHOLE, type Share } from './percent.ts'

/** An owner's stake in an entity, in millionths of a percent. */
export interface Edge {
  entityId: string
  ownerId: string
  voting: bigint
  economic: bigint
}

/** That an owner does, or does not, control an entity, whatever the votes say. */
export interface Judged {
  entityId: string
  ownerId: string
  controls: boolean
}

/** Owners before what they own, and whoever controls by judgement before what is controlled; the graph has no circle. */
export function ownersFirst(
  ids: Iterable<string>,
  edges: readonly Edge[],
  judged: readonly Judged[],
): string[] {
  const below = new Map<string, string[]>()
  const above = new Map<string, number>([...ids].map((id) => [id, 0]))
  for (const { entityId, ownerId } of [...edges, ...judged.filter(({ controls }) => controls)]) {
    push(below, ownerId, entityId)
    above.set(entityId, (above.get(entityId) ?? 0) + 1)
    if (!above.has(ownerId)) above.set(ownerId, 0)
  }
  const order = [...above].filter(([, owners]) => owners === 0).map(([id]) => id)
  for (const id of order) {
    for (const owned of below.get(id) ?? []) {
      const left = present(above.get(owned), 'an entity of the graph') - 1
      above.set(owned, left)
      if (left === 0) order.push(owned)
    }
  }
  assert(order.length === above.size, 'ownership runs in a circle')
  return order
}

/**
 * Of each entity, the economic share of every root above it: over each chain of stakes the product, and their sum. Exact.
 * A root holds itself whole.
 */
export function sharesOfRoots(
  order: readonly string[],
  edges: readonly Edge[],
  roots: readonly string[],
): Map<string, Map<string, Share>> {
  const owners = byEntity(edges)
  const isRoot = new Set(roots)
  const shares = new Map<string, Map<string, Share>>()
  for (const id of order) {
    const own = new Map<string, Share>()
    for (const { ownerId, economic } of isRoot.has(id) ? [] : (owners.get(id) ?? [])) {
      for (const [root, share] of shares.get(ownerId) ?? []) {
        const indirect = through(share, economic)
        const direct = own.get(root)
        own.set(root, direct ? plus(direct, indirect) : indirect)
      }
    }
    if (isRoot.has(id)) own.set(id, ITSELF)
    shares.set(id, own)
  }
  return shares
}

/** Who controls an entity in the end, and by what. `votes`: those of the controller and of all that it controls. */
export interface Control {
  controllerId: string
  by: 'votes' | 'judgement'
  votes: bigint
}

/**
 * Control as IFRS 10 reads votes: whoever, with all that it controls, casts more than half. Owners come first, so it is
 * known of every owner already who controls it in the end, and the votes of one group are one sum. A judgement overrides.
 */
export function controllers(
  order: readonly string[],
  edges: readonly Edge[],
  judged: readonly Judged[],
): Map<string, Control> {
  const owners = byEntity(edges)
  const judgements = byEntity(judged)
  const control = new Map<string, Control>()
  const headOf = (id: string) => control.get(id)?.controllerId ?? id
  for (const id of order) {
    const votes = new Map<string, bigint>()
    for (const { ownerId, voting } of owners.get(id) ?? [])
      votes.set(headOf(ownerId), (votes.get(headOf(ownerId)) ?? 0n) + voting)
    const judgedHere = judgements.get(id) ?? []
    const named = judgedHere.find(({ controls }) => controls)
    if (named) {
      const head = headOf(named.ownerId)
      control.set(id, { controllerId: head, by: 'judgement', votes: votes.get(head) ?? 0n })
      continue
    }
    const denied = new Set(judgedHere.map(({ ownerId }) => headOf(ownerId)))
    const major = [...votes].find(([head, cast]) => 2n * cast > WHOLE && !denied.has(head))
    if (major) control.set(id, { controllerId: major[0], by: 'votes', votes: major[1] })
  }
  return control
}

function byEntity<T extends { entityId: string }>(rows: readonly T[]): Map<string, T[]> {
  const grouped = new Map<string, T[]>()
  for (const row of rows) push(grouped, row.entityId, row)
  return grouped
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const there = map.get(key)
  if (there) there.push(value)
  else map.set(key, [value])
}
