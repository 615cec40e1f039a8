import { present } from '#kernel/assert.ts'
import { OWNERS_PERMISSION, holds, holdsAll } from '#server/catalogue/permissions.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { notOpenToYou } from '#server/catalogue/problems.ts'
import { closedIds } from '#server/catalogue/standing.ts'
import type { Access, AccessGrant } from '#server/catalogue/access.ts'
import { findRoles, type GrantRow, type NewGrant } from './grant-queries.ts'
import { cannotGrantMore, unknownRole } from './problems.ts'
import { ROLE_PERMISSIONS, Role } from './roles.ts'
import type { GrantGiven } from './schema.ts'

/**
 * Checks rights that somebody wants to give, as rows to write: the roles exist, what they cover is of the studio, and
 * nobody gives more than they hold on the whole studio. Throws `identity.unknown-role`, `identity.cannot-grant-more`.
 */
export async function checkGrants(
  { tx, access, coverage }: Pick<CallContext, 'tx' | 'access' | 'coverage'>,
  given: readonly GrantGiven[],
): Promise<NewGrant[]> {
  const own = ownPermissions(present(access, 'somebody signed in'))
  const ids = given.flatMap(({ role }) => (Role.safeParse(role).success ? [] : [role]))
  const closed = await closedIds(tx, [...new Set(given.flatMap(({ covers }) => covers ?? []))], coverage)
  for (const id of closed) throw notOpenToYou(id)
  const roles = new Map((await findRoles(tx, ids)).map((role) => [String(role.id), role]))
  return given.map(({ role, covers }) => {
    const standard = Role.safeParse(role).data
    const ofStudio = roles.get(role)
    if (!standard && !ofStudio) throw unknownRole(role)
    const permissions = standard ? ROLE_PERMISSIONS[standard] : (ofStudio?.permissions ?? [])
    if (!holdsAll(own, permissions)) throw cannotGrantMore(ofStudio?.name ?? role)
    return { role: standard ?? null, role_id: ofStudio?.id ?? null, covers }
  })
}

/** What the actor may do on the whole studio: the most that they can pass on. */
export function ownPermissions({ grants }: Access): string[] {
  return grants.filter(({ covers }) => covers === undefined).flatMap((grant) => grant.permissions)
}

export function isOwner(access: Access): boolean {
  return holds(ownPermissions(access), OWNERS_PERMISSION)
}

/** A stored right as it is shown. */
export function shown({ role, role_id, role_name, permissions, covers }: GrantRow) {
  return {
    role: role ?? role_id ?? '',
    roleName: role ?? role_name ?? '',
    permissions: role ? [...ROLE_PERMISSIONS[role]] : (permissions ?? []),
    covers,
  }
}

/** The same as `invoke()` reads it. */
export function accessGrantOf({ role, role_id, role_name, permissions, covers }: GrantRow): AccessGrant {
  return {
    role: role ?? role_name ?? '',
    roleId: role ?? role_id ?? '',
    permissions: role ? ROLE_PERMISSIONS[role] : (permissions ?? []),
    covers: covers ?? undefined,
  }
}
