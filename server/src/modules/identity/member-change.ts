import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { listGrants, lockOwners, type GrantRow } from './grant-queries.ts'
import { isOwner } from './grants-given.ts'
import { findMembership } from './people-queries.ts'
import { lastOwner, notAMember, ownersOnly } from './problems.ts'

/**
 * Begins a change to what somebody holds. Owners are locked first, so that two of them cannot remove each other in the
 * same moment. Throws `identity.not-a-member`, `identity.owners-only` where an owner is touched by somebody who is none.
 */
export async function beginMemberChange(
  { tx, access }: Pick<CallContext, 'tx' | 'access'>,
  personId: Id<'person'>,
): Promise<{
  membershipId: Id<'membership'>
  hasEnded: boolean
  grants: GrantRow[]
  owners: Id<'membership'>[]
}> {
  const actor = present(access, 'somebody signed in')
  const owners = await lockOwners(tx, actor.studioId)
  const membership = await findMembership(tx, personId, actor.studioId)
  if (!membership) throw notAMember(personId)
  const grants = await listGrants(tx, [membership.id])
  if (grants.some(({ role }) => role === 'owner') && !isOwner(actor)) throw ownersOnly()
  return { membershipId: membership.id, hasEnded: membership.ended_at !== null, grants, owners }
}

/** Throws `identity.last-owner` where nobody would own the whole studio any more. */
export function keepsAnOwner(owners: readonly Id<'membership'>[], leaving: Id<'membership'>): void {
  if (owners.length > 0 && owners.every((owner) => owner === leaving)) throw lastOwner()
}
