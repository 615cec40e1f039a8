import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { exampleMember } from './example-member.ts'
import type { IdentityMeans } from './identity-means.ts'
import { beginMemberChange } from './member-change.ts'
import { deletePasskeysOf } from './passkey-queries.ts'
import { countMemberships } from './people-queries.ts'
import { resetsElsewhere } from './problems.ts'
import { setSecondFactor } from './second-factor-queries.ts'
import { endSessionsOf } from './session-queries.ts'
import { raiseAccessEpoch } from './studio-queries.ts'

export function resetSecondFactor(means: IdentityMeans) {
  return operation({
    name: 'identity.reset-second-factor',
    summary:
      'For a lost authenticator: the person signs in with the password and sets up a new one. Ends their sessions, and removes their passkeys.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'identity.manage-people',
    risk: 'none',
    input: z.strictObject({ personId: id('person') }),
    output: z.strictObject({ personId: id('person') }),
    examples: async (factory) => [{ personId: await exampleMember(factory, means) }],
    async handle({ personId }, { tx, access, record }) {
      const { studioId, personId: actorId } = present(access, 'somebody signed in')
      await beginMemberChange({ tx, access }, personId)
      // Only the person's own transactions see their factor: for this one change the transaction acts as them.
      await tx.enter({ studioId, personId, coverage: '*' })
      if ((await countMemberships(tx, personId)) > 1) throw resetsElsewhere()
      await setSecondFactor(tx, personId, { sealed_secret: null, pending_secret: null, recovery_hashes: [] })
      await deletePasskeysOf(tx, personId)
      await tx.enter({ studioId, personId: actorId, coverage: '*' })
      await endSessionsOf(tx, { personId, studioId, because: 'revoked' })
      await raiseAccessEpoch(tx, studioId)
      record({ type: 'identity.second-factor-reset', subjectId: personId })
      return { personId }
    },
  })
}
