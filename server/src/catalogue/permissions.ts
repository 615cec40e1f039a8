/**
 * Permissions are `module.action`; a role lists them, or patterns of them: `*` is any, `*.read` that of every module,
 * `businesses.*` every one of a module. What belongs to the studio's owners (`studio.own`) is in no pattern but its own, and
 * neither is what lets software go above a limit: nobody holds that by accident.
 */
export function holds(patterns: readonly string[], permission: string): boolean {
  return patterns.some((pattern) => matches(pattern, permission))
}

/** Whether all that these patterns allow is allowed by ours: nobody grants what they do not hold. */
export function holdsAll(ours: readonly string[], patterns: readonly string[]): boolean {
  return patterns.every((pattern) => holds(ours, pattern === ABOVE_LIMIT ? OWNERS_PERMISSION : pattern))
}

export const OWNERS_PERMISSION = 'studio.own'
/** Lets a key post above the limit of a book. No role has it by itself, and only owners put it into one. */
export const ABOVE_LIMIT = 'ledger.post-above-limit'

function matches(pattern: string, wanted: string): boolean {
  if (pattern === wanted) return true
  if (wanted === OWNERS_PERMISSION || wanted === ABOVE_LIMIT) return false
  if (pattern === '*') return true
  const [module, action] = pattern.split('.')
  const [wantedModule, wantedAction] = wanted.split('.')
  return module === '*' ? action === wantedAction : action === '*' && module === wantedModule
}
