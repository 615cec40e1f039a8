import { coverageOf, type Access } from './access.ts'

/**
 * Of things that each need a permission of their own, those that may be shown under another one: rows are narrowed by what
 * `permission` covers, so what covers less must not be gone round by it. What belongs to no part of a studio is shown only
 * to who covers all of it.
 */
export function withinCoverage<T extends { permission: string; isOfWholeStudio?: boolean }>(
  permission: string,
  ones: readonly T[],
  access: Access,
): T[] {
  const ours = coverageOf(access, permission)
  return ones.filter((one) => {
    const theirs = coverageOf(access, one.permission)
    if (!ours || !theirs || (one.isOfWholeStudio && !ours.isWhole)) return false
    if (theirs.isWhole) return true
    return !ours.isWhole && ours.ids.every((id) => theirs.ids.includes(id))
  })
}
