import { assert, present } from '#kernel/assert.ts'
import { newId, type Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { insertGrants } from './grant-queries.ts'
import { ensureMembership, insertPerson } from './people-queries.ts'
import { alreadyFounded } from './problems.ts'
import type { Role } from './roles.ts'
import { claimInstallation, insertStudio } from './studio-queries.ts'

interface Founder {
  role: Role
  displayName: string
  email: string
  passwordHash: string
}

/** The first studio of this installation, with the people that it begins with; the first of them is its owner. Throws `identity.already-founded`. */
export async function foundFirst(
  { tx, becomes, record }: Pick<CallContext, 'tx' | 'becomes' | 'record'>,
  { studio, people }: { studio: { name: string; isDemo: boolean }; people: readonly Founder[] },
): Promise<{ studioId: Id<'studio'>; personIds: Id<'person'>[] }> {
  const { name, isDemo } = studio
  const studioId = newId('studio')
  const made = people.map((one) => ({ ...one, id: newId('person') }))
  const owner = present(made[0], 'an owner')
  assert(owner.role === 'owner', 'a studio begins with its owner')
  const actor = { kind: 'person' as const, id: owner.id, name: owner.displayName }
  await becomes({ studioId, personId: owner.id, actor })
  await insertStudio(tx, { id: studioId, name, is_demo: isDemo })
  if (!(await claimInstallation(tx, studioId))) throw alreadyFounded()
  for (const one of made) {
    const { id, email, displayName, passwordHash, role } = one
    await insertPerson(tx, { id, email, display_name: displayName, password_hash: passwordHash })
    const membership = { id: newId('membership'), studio_id: studioId, person_id: id }
    const membershipId = await ensureMembership(tx, membership)
    const grants = [{ role, role_id: null, covers: null }]
    await insertGrants(tx, { studioId, holder: { membership_id: membershipId }, grants })
  }
  record({ type: 'identity.studio-founded', subjectId: studioId, after: { name, ...(isDemo && { isDemo }) } })
  return { studioId, personIds: made.map(({ id }) => id) }
}
