import { coverageOf, type Access } from '#server/catalogue/access.ts'
import type { ExceptionRule } from './exception-rule.ts'

/**
 * The rules that this caller may ask. Rows are narrowed by what `exceptions.read` covers; a permission that covers less
 * must not be gone round by it, so its rules are left out.
 */
export function openRules(rules: readonly ExceptionRule[], access: Access): ExceptionRule[] {
  const ours = coverageOf(access, 'exceptions.read')
  return rules.filter(({ permission }) => {
    const theirs = coverageOf(access, permission)
    if (!ours || !theirs) return false
    if (theirs.isWhole) return true
    return !ours.isWhole && ours.ids.every((id) => theirs.ids.includes(id))
  })
}
