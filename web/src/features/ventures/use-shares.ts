import { today } from '#kernel/periods.ts'
import { useMemo } from 'react'
import { useRead, type Output } from '../../api.ts'

type Node = Output<'entities.get-structure'>['nodes'][number]

type Structure = Output<'entities.get-structure'>

export interface Share {
  entity: Node
  /** Every root that shares in it, the greatest first. */
  owners: { id: string; name: string; percent: string }[]
  /** What the entities at the top of the studio have of it together: for showing, to the hundredth. */
  heldPercent: number
}

/** The entities of which those at the top of the studio have less than the whole today; and when it was read. */
export function useShares() {
  const reading = useRead('entities.get-structure', { on: today() })
  const shares = useMemo(
    () => (reading.data ? sharesIn(reading.data) : new Map<string, Share>()),
    [reading.data],
  )
  return { reading, shares }
}

/** At the top is an entity that no other entity owns: it has the whole of itself, and of others what it owns along every chain. */
export function sharesIn({ nodes, edges }: Structure): Map<string, Share> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const above = Map.groupBy(
    edges.filter(({ ownerId }) => byId.get(ownerId)?.kind === 'entity'),
    ({ entityId }) => entityId,
  )
  const known = new Map<string, number>()
  // Ownership has no circles: the server refuses them.
  const heldOf = (id: string): number => {
    const owners = above.get(id)
    const held =
      known.get(id) ??
      owners?.reduce((sum, edge) => sum + (Number(edge.economicPercent) * heldOf(edge.ownerId)) / 100, 0) ??
      100
    known.set(id, held)
    return held
  }
  return new Map(
    nodes.flatMap((entity) => {
      const heldPercent = Math.round(heldOf(entity.id) * 100) / 100
      if (entity.kind !== 'entity' || heldPercent >= 100) return []
      const owners = entity.lookThrough
        .map(({ ownerId: id, economicPercent: percent }) => ({ id, name: byId.get(id)?.name ?? id, percent }))
        .toSorted((one, other) => Number(other.percent) - Number(one.percent))
      return [[entity.id, { entity, owners, heldPercent }] as const]
    }),
  )
}
