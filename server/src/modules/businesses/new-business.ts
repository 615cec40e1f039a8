import type { Id } from '#kernel/ids.ts'
import type { Problem } from '#kernel/problem.ts'
import { covers, type Coverage } from '#server/catalogue/access.ts'
import { outsideGrants, unknownCategory, unknownEntity } from './problems.ts'

/** What is known of the places that new businesses name. */
export interface KnownPlaces {
  entityNames: ReadonlyMap<string, string>
  categoryNames: ReadonlyMap<string, string>
  coverage: Coverage
}

export interface Refusal {
  field: 'entityId' | 'categoryId'
  problem: Problem
}

/** Whether a business may be created there: one by one, in bulk and from a file alike. */
export function refusalOf(
  { entityId, categoryId }: { entityId: Id<'entity'>; categoryId: Id<'category'> | null },
  { entityNames, categoryNames, coverage }: KnownPlaces,
): Refusal | undefined {
  if (!entityNames.has(entityId)) return { field: 'entityId', problem: unknownEntity(entityId) }
  if (categoryId && !categoryNames.has(categoryId))
    return { field: 'categoryId', problem: unknownCategory(categoryId) }
  return covers(coverage, [entityId, categoryId])
    ? undefined
    : { field: 'entityId', problem: outsideGrants() }
}
