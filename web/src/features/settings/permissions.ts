/** Which patterns allow what, as the server reads them (its catalogue/permissions.ts). */
const OWNERS_PERMISSION = 'studio.own'
const PUBLIC = 'public'
/** What no operation asks for: whose key has it is asked when it posts. */
export const ABOVE_LIMIT = 'ledger.post-above-limit'

export interface PermissionGroup {
  /** Undefined holds the patterns that reach into every module. */
  module: string | undefined
  permissions: Permission[]
}

export interface Permission {
  pattern: string
  /** The operations that it opens, by their verbs; empty for patterns. */
  verbs: string[]
}

/** Everything that a role can allow, from what the operations of this server ask for, with the patterns above it. */
export function permissionGroups(
  operations: readonly { name: string; permission: string }[],
): PermissionGroup[] {
  const grantable = operations.filter(({ permission }) => ![PUBLIC, OWNERS_PERMISSION].includes(permission))
  const byPermission = Map.groupBy(grantable, ({ permission }) => permission)
  const single = [...byPermission].map(([pattern, opened]) => ({
    pattern,
    verbs: opened.map(({ name }) => name.split('.', 2)[1] ?? name),
  }))
  const keys = single.some(({ pattern }) => pattern === 'ledger.post')
    ? [{ pattern: ABOVE_LIMIT, verbs: [] }]
    : []
  const byModule = Map.groupBy([...single, ...keys], ({ pattern }) => moduleOf(pattern))
  return [
    { module: undefined, permissions: ['*', '*.read'].map((pattern) => ({ pattern, verbs: [] })) },
    ...[...byModule].map(([module, permissions]) => ({
      module,
      permissions: [{ pattern: `${module}.*`, verbs: [] }, ...permissions],
    })),
  ]
}

/** The other chosen pattern that allows this one already. */
export function coveredBy(pattern: string, chosen: readonly string[]): string | undefined {
  return chosen.find((other) => other !== pattern && covers(other, pattern))
}

/** Whether any of these grants holds the permission, wherever it covers. */
export function isAllowed(grants: readonly { permissions: readonly string[] }[], wanted: string): boolean {
  return grants.some(({ permissions }) =>
    permissions.some((pattern) => pattern === wanted || covers(pattern, wanted)),
  )
}

function covers(pattern: string, wanted: string): boolean {
  if ([OWNERS_PERMISSION, ABOVE_LIMIT].includes(wanted)) return false
  if (pattern === '*') return true
  const [module, action] = pattern.split('.')
  const [wantedModule, wantedAction] = wanted.split('.')
  return module === '*' ? action === wantedAction : action === '*' && module === wantedModule
}

function moduleOf(pattern: string): string {
  return pattern.split('.', 1)[0] ?? pattern
}
