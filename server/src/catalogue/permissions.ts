/**
 * Permissions are `module.action`; a role lists them, or patterns of them: `*` is any, `*.read` that of every module,
 * `businesses.*` every one of a module. What belongs to the studio's owners (`studio.own`) is in no pattern but its own.
 */
export function holds(patterns: readonly string[], permission: string): boolean {
  return patterns.some((pattern) => matches(pattern, permission))
}

/** Whether all that these patterns allow is allowed by ours: nobody grants what they do not hold. */
export function holdsAll(ours: readonly string[], patterns: readonly string[]): boolean {
  return patterns.every((pattern) => holds(ours, pattern))
}

export const OWNERS_PERMISSION = 'studio.own'

function matches(pattern: string, wanted: string): boolean {
  if (pattern === wanted) return true
  if (wanted === OWNERS_PERMISSION) return false
  if (pattern === '*') return true
  const [module, action] = pattern.split('.')
  const [wantedModule, wantedAction] = wanted.split('.')
  return module === '*' ? action === wantedAction : action === '*' && module === wantedModule
}
