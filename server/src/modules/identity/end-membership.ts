import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleMember } from './example-member.ts'
import type { IdentityMeans } from './identity-means.ts'
import { beginMemberChange, keepsAnOwner } from './member-change.ts'
import { setMembershipEnded } from './people-queries.ts'
import { endSessionsOf } from './session-queries.ts'
import { raiseAccessEpoch } from './studio-queries.ts'

export function endMembership(means: IdentityMeans) {
  return operation({
    name: 'identity.end-membership',
    summary:
      'Takes a person out of the studio and ends their sessions at once. Their rights are kept for a return.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'identity.manage-people',
    risk: 'none',
    input: z.strictObject({ personId: id('person') }),
    output: z.strictObject({ personId: id('person') }),
    examples: async (factory) => [{ personId: await exampleMember(factory, means) }],
    undo: ({ personId }) => ({ operation: 'identity.restore-membership', input: { personId } }),
    async handle({ personId }, { tx, access, record }) {
      const { studioId } = present(access, 'somebody signed in')
      const { membershipId, hasEnded, owners } = await beginMemberChange({ tx, access }, personId)
      if (hasEnded) return { personId }
      keepsAnOwner(owners, membershipId)
      await setMembershipEnded(tx, { personId, studioId, hasEnded: true })
      await endSessionsOf(tx, { personId, studioId, because: 'membership-ended' })
      await raiseAccessEpoch(tx, studioId)
      record({ type: 'identity.membership-ended', subjectId: personId })
      return { personId }
    },
  })
}
