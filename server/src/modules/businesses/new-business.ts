import type { Id } from '#kernel/ids.ts'
import type { Problem } from '#kernel/problem.ts'
import { covers, type Coverage } from '#server/catalogue/access.ts'
import { outsideGrants, unknownCategory, unknownEntity, unknownOwner } from './problems.ts'

/** What is known of the places that new businesses name. */
export interface KnownPlaces {
  entityNames: ReadonlyMap<string, string>
  categoryNames: ReadonlyMap<string, string>
  ownerNames: ReadonlyMap<string, string>
  coverage: Coverage
}

export interface Refusal {
  field: 'entityId' | 'categoryId' | 'ownerId'
  problem: Problem
}

/** Whether a business may be created there: one by one, in bulk and from a file alike. */
export function refusalOf(
  given: { entityId: Id<'entity'>; categoryId: Id<'category'> | null; ownerId: Id<'person'> | null },
  { entityNames, categoryNames, ownerNames, coverage }: KnownPlaces,
): Refusal | undefined {
  const { entityId, categoryId, ownerId } = given
  if (!entityNames.has(entityId)) return { field: 'entityId', problem: unknownEntity(entityId) }
  if (categoryId && !categoryNames.has(categoryId))
    return { field: 'categoryId', problem: unknownCategory(categoryId) }
  if (ownerId && !ownerNames.has(ownerId)) return { field: 'ownerId', problem: unknownOwner(ownerId) }
  return covers(coverage, [entityId, categoryId])
    ? undefined
    : { field: 'entityId', problem: outsideGrants() }
}
