import { z } from 'zod'
import { operation } from '#server/catalogue/operation.ts'
import { enterStudio } from './enter-studio.ts'
import type { IdentityMeans } from './identity-means.ts'
import { countMemberships, findFounder } from './people-queries.ts'
import { demoFromHereOnly, noDemo, nobodyInRole } from './problems.ts'
import { Role } from './roles.ts'
import { SignedIn } from './schema.ts'
import { findFirstStudio, getStudio } from './studio-queries.ts'

/**
 * The one way in without a password, so it is as narrow as can be: the studio was founded as a demonstration (which a
 * trigger keeps), the request comes from this machine, and whoever one becomes was invented with the studio and belongs
 * to no other. Limited at the doors as every visit is.
 */
export function enterDemo(means: IdentityMeans) {
  return operation({
    name: 'identity.enter-demo',
    summary:
      'Signs in to a demonstration studio as one of its invented people, by role; on its own machine only, and never to a real studio.',
    effect: 'write',
    scope: { of: 'public' },
    permission: 'public',
    risk: 'none',
    input: z.strictObject({
      role: Role.default('owner').describe('In whose role to look at the studio.'),
    }),
    output: SignedIn,
    examples: async () => [{}, { role: 'analyst' as const }],
    async handle({ role }, context) {
      const { tx, credential } = context
      if (!credential.isLocal) throw demoFromHereOnly()
      const studioId = await findFirstStudio(tx)
      if (!studioId) throw noDemo()
      await tx.enter({ studioId })
      if (!(await getStudio(tx, studioId)).is_demo) throw noDemo()
      const person = await findFounder(tx, studioId, role)
      if (!person) throw nobodyInRole(role)
      await tx.enter({ studioId, personId: person.id })
      // Somebody who belongs elsewhere too has affairs of their own that this must not open.
      if ((await countMemberships(tx, person.id)) !== 1) throw nobodyInRole(role)
      const { id: personId, name, studioName } = person
      return enterStudio(context, means, {
        studio: { id: studioId, name: studioName },
        personId,
        name,
        hasSecondFactor: false,
      })
    },
  })
}
