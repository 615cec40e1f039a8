import { coverageOf, type Access } from '#server/catalogue/access.ts'

export const MODERATE = 'comments.moderate'

/**
 * Whether others' comments are theirs to remove: the permission must cover all that `permission`, under which they were
 * found, does.
 */
export function mayModerate(access: Access, permission: string): boolean {
  const [found, theirs] = [coverageOf(access, permission), coverageOf(access, MODERATE)]
  if (!found || !theirs) return false
  return theirs.isWhole || (!found.isWhole && found.ids.every((id) => theirs.ids.includes(id)))
}
