import { addDays } from '#kernel/periods.ts'
import type { Id } from '#kernel/ids.ts'
import { coverageOf, covers, type Access } from '#server/catalogue/access.ts'

/** The permission to close months, and to post into those that are closed to all others. */
export const CLOSE = 'ledger.close'

export interface ClosedBook {
  entityId: Id<'entity'>
  /** Both are the last days of months; what is soft lies after what is not. */
  closedThrough: string | null
  softClosedThrough: string | null
}

/** The first day for which the book takes entries of theirs; undefined where it takes them for every day. */
export function openFrom(
  { entityId, closedThrough, softClosedThrough }: ClosedBook,
  access: Pick<Access, 'grants'> | undefined,
): string | undefined {
  const covered = access && coverageOf(access, CLOSE)
  const mayClose = covered !== undefined && covers(covered, [entityId])
  const through = mayClose ? closedThrough : (softClosedThrough ?? closedThrough)
  return through === null ? undefined : addDays(through, 1)
}
