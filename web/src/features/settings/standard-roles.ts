/** The roles that every studio has, as `identity.set-person-grants` names them, from the most to the least. */
export const STANDARD_ROLES = ['owner', 'admin', 'finance', 'operator', 'analyst', 'auditor'] as const
export type StandardRole = (typeof STANDARD_ROLES)[number]

export function isStandardRole(role: string): role is StandardRole {
  return STANDARD_ROLES.some((standard) => standard === role)
}
