import type { Output } from '../../../api.ts'

export type Structure = Output<'entities.get-structure'>
export type Node = Structure['nodes'][number]
type Edge = Structure['edges'][number]

export interface TreeLine {
  /** The chain of ids from the root: the same entity below two owners stands on two lines. */
  key: string
  node: Node
  edge: Edge | undefined
  depth: number
  rootId: string
  hasBelow: boolean
  isOpen: boolean
  /** What stands below it is told where it came first, so that crossing chains do not multiply the lines. */
  isRepeated: boolean
}

/** The structure as lines, owners above what they own, each level by name. `closed` holds keys of lines. */
export function treeLines({ nodes, edges }: Structure, closed: ReadonlySet<string>): TreeLine[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const below = new Map<string, Edge[]>()
  for (const edge of edges) below.set(edge.ownerId, [...(below.get(edge.ownerId) ?? []), edge])
  const name = (id: string) => byId.get(id)?.name ?? id
  const lines: TreeLine[] = []
  const told = new Set<string>()
  const add = (
    id: string,
    from: { edge: Edge | undefined; above: string; depth: number; rootId: string },
  ) => {
    const node = byId.get(id)
    if (!node) return
    const { edge, above, depth, rootId } = from
    const key = `${above}/${id}`
    const held = (below.get(id) ?? []).toSorted((one, other) =>
      name(one.entityId).localeCompare(name(other.entityId)),
    )
    const isRepeated = held.length > 0 && told.has(id)
    const hasBelow = held.length > 0 && !isRepeated
    const isOpen = hasBelow && !closed.has(key)
    lines.push({ key, node, edge, depth, rootId, hasBelow, isOpen, isRepeated })
    told.add(id)
    if (!isOpen) return
    for (const next of held) add(next.entityId, { edge: next, above: key, depth: depth + 1, rootId })
  }
  const roots = nodes
    .filter(({ isRoot }) => isRoot)
    // Whoever owns something comes before what stands alone.
    .toSorted(
      (one, other) =>
        Number(below.has(other.id)) - Number(below.has(one.id)) || one.name.localeCompare(other.name),
    )
  for (const { id } of roots) add(id, { edge: undefined, above: '', depth: 0, rootId: id })
  return lines
}
