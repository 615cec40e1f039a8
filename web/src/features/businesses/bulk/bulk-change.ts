import type { Problem } from '#contract/operations.d.ts'
import type { Input } from '../../../api.ts'
import type { Business, Stage } from '../stages.ts'

/** As many as one `update-businesses` takes. */
export const BULK_MAX = 500

export const BULK_KINDS = ['stage', 'category', 'entity', 'owner', 'tag', 'archive', 'restore'] as const
export type BulkKind = (typeof BULK_KINDS)[number]

type Changes = Input<'businesses.update-businesses'>['changes']
export type Change = Changes[number]

/** What all that are chosen shall have. */
export type Wanted =
  | { stage: Stage; effectiveOn?: string }
  | { categoryId: string | null; effectiveOn?: string }
  | { entityId: string; effectiveOn?: string }
  | { ownerId: string | null; effectiveOn?: string }
  | { addTags: string[] }
  | { isArchived: boolean }

export interface Refused {
  business: Business
  reason: string
}

/** One change among those of a preview, with what it takes the place of; undefined where it is so already. */
export interface Previewed {
  change: Change
  previous: Omit<Change, 'businessId'>
}

export interface Preview {
  /** What will be sent: those that are not refused. */
  changes: Change[]
  changing: Previewed[]
  refused: Refused[]
}

export const CHANGES_REFUSED = 'businesses.changes-refused'
const PLACE = /^\/changes\/(\d+)(\/|$)/

/** Why which of the changes cannot be made, by their place; empty where the problem is another one. */
export function refusalsIn(problem: Problem): Map<number, string> {
  const told = problem.errors.flatMap(({ pointer, detail }) => {
    const place = PLACE.exec(pointer)?.[1]
    return place === undefined ? [] : [[Number(place), detail] as const]
  })
  return new Map(told)
}
