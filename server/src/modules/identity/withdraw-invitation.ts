import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { IdentityMeans } from './identity-means.ts'
import { closeInvitation, findInvitation } from './invitation-queries.ts'
import { invitePerson } from './invite-person.ts'
import { invitationNotFound } from './problems.ts'

export function withdrawInvitation(means: IdentityMeans) {
  return operation({
    name: 'identity.withdraw-invitation',
    summary: 'Takes an invitation back: its token opens nothing any more.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'identity.manage-people',
    risk: 'none',
    input: z.strictObject({ invitationId: id('invitation') }),
    output: z.strictObject({ invitationId: id('invitation') }),
    examples: async (factory) => {
      const invite = invitePerson(means)
      const [example] = await invite.examples(factory)
      const { invitation } = await factory.invoke(invite, invite.types.input.parse(example))
      return [{ invitationId: invitation.id }]
    },
    async handle({ invitationId }, { tx, record }) {
      const invitation = await findInvitation(tx, invitationId)
      if (!invitation) throw invitationNotFound(invitationId)
      await closeInvitation(tx, invitationId, 'withdrawn_at')
      record({
        type: 'identity.invitation-withdrawn',
        subjectId: invitationId,
        before: { email: invitation.email },
      })
      return { invitationId }
    },
  })
}
