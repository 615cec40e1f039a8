import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleMember } from './example-member.ts'
import { deleteGrants, insertGrants, listGrants } from './grant-queries.ts'
import { checkGrants, shown } from './grants-given.ts'
import { beginMemberChange, keepsAnOwner } from './member-change.ts'
import { notAMember } from './problems.ts'
import { GrantShown, GrantsGiven } from './schema.ts'
import type { IdentityMeans } from './identity-means.ts'
import { raiseAccessEpoch } from './studio-queries.ts'

export function setPersonGrants(means: IdentityMeans) {
  return operation({
    name: 'identity.set-person-grants',
    summary: "Replaces all of a person's rights in the studio. It acts on their next request.",
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'identity.manage-people',
    risk: 'none',
    input: z.strictObject({ personId: id('person'), grants: GrantsGiven }),
    output: z.strictObject({
      personId: id('person'),
      grants: z.array(GrantShown).max(50),
      previous: z
        .array(z.strictObject({ role: z.string().max(40), covers: z.string().max(40).nullable() }))
        .max(50),
    }),
    examples: async (factory) => [
      { personId: await exampleMember(factory, means), grants: [{ role: 'operator', covers: null }] },
    ],
    undo: ({ personId }, { previous }) => ({
      operation: 'identity.set-person-grants',
      input: { personId, grants: previous },
    }),
    async handle({ personId, grants: given }, { tx, access, coverage, record }) {
      const { studioId } = present(access, 'somebody signed in')
      const {
        membershipId,
        hasEnded,
        grants: before,
        owners,
      } = await beginMemberChange({ tx, access }, personId)
      if (hasEnded) throw notAMember(personId)
      const grants = await checkGrants({ tx, access, coverage }, given)
      if (!grants.some(({ role, covers }) => role === 'owner' && covers === null))
        keepsAnOwner(owners, membershipId)
      await deleteGrants(tx, membershipId)
      await insertGrants(tx, { studioId, holder: { membership_id: membershipId }, grants })
      await raiseAccessEpoch(tx, studioId)
      const previous = before.map(({ role, role_id, covers }) => ({ role: role ?? role_id ?? '', covers }))
      record({
        type: 'identity.grants-set',
        subjectId: personId,
        before: { grants: previous },
        after: { grants: given },
      })
      const after = await listGrants(tx, [membershipId])
      return { personId, grants: after.map(shown), previous }
    },
  })
}
