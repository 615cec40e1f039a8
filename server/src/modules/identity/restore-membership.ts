import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { endMembership } from './end-membership.ts'
import { exampleMember } from './example-member.ts'
import type { IdentityMeans } from './identity-means.ts'
import { beginMemberChange } from './member-change.ts'
import { setMembershipEnded } from './people-queries.ts'
import { raiseAccessEpoch } from './studio-queries.ts'

export function restoreMembership(means: IdentityMeans) {
  return operation({
    name: 'identity.restore-membership',
    summary: 'Takes a person who left back into the studio, with the rights they had.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'identity.manage-people',
    risk: 'none',
    input: z.strictObject({ personId: id('person') }),
    output: z.strictObject({ personId: id('person') }),
    examples: async (factory) => {
      const personId = await exampleMember(factory, means)
      await factory.invoke(endMembership(means), { personId })
      return [{ personId }]
    },
    undo: ({ personId }) => ({ operation: 'identity.end-membership', input: { personId } }),
    async handle({ personId }, { tx, access, record }) {
      const { studioId } = present(access, 'somebody signed in')
      const { hasEnded } = await beginMemberChange({ tx, access }, personId)
      if (!hasEnded) return { personId }
      await setMembershipEnded(tx, { personId, studioId, hasEnded: false })
      await raiseAccessEpoch(tx, studioId)
      record({ type: 'identity.membership-restored', subjectId: personId })
      return { personId }
    },
  })
}
