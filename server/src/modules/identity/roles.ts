/** The roles that every studio has. Patterns: `*` is anything, `*.read` any module, `businesses.*` any permission of one. */
export const ROLE_PERMISSIONS = {
  owner: ['*'],
  admin: ['*'],
  finance: ['*.read', 'identity.use-own'],
  operator: ['*.read', 'businesses.*', 'identity.use-own'],
  analyst: ['*.read', 'identity.use-own'],
  auditor: ['*.read', 'identity.use-own'],
} as const satisfies Record<string, readonly string[]>

export type Role = keyof typeof ROLE_PERMISSIONS

/** Roles that may grant rights to others; a refusal names their holders. */
export const GRANTING_ROLES: readonly Role[] = ['owner', 'admin']

export function roleHolds(role: Role, permission: string): boolean {
  return ROLE_PERMISSIONS[role].some((pattern) => matches(pattern, permission))
}

function matches(pattern: string, permission: string): boolean {
  if (pattern === '*' || pattern === permission) return true
  const [module, action] = pattern.split('.')
  const [wantedModule, wantedAction] = permission.split('.')
  return module === '*' ? action === wantedAction : action === '*' && module === wantedModule
}
