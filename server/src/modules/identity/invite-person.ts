import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { newId } from '#kernel/ids.ts'
import { line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { shownOnce } from '#server/catalogue/secret-fields.ts'
import { enqueueRun } from '#server/runs/enqueue-run.ts'
import { checkGrants } from './grants-given.ts'
import type { IdentityMeans } from './identity-means.ts'
import { insertInvitation } from './invitation-queries.ts'
import { findPersonByEmail, findMembership } from './people-queries.ts'
import { alreadyMember } from './problems.ts'
import { Email, GrantsGiven, Invitation } from './schema.ts'
import { mailInvitation } from './mail-invitation.ts'
import { tokenHash } from './tokens.ts'

const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000

export function invitePerson(means: IdentityMeans) {
  return operation({
    name: 'identity.invite-person',
    summary:
      'Invites somebody into the studio with the rights they will have, by a mail with a link. Its token is told once here, too: hand it over where mails go nowhere.',
    effect: 'write',
    scope: { of: 'studio' },
    permission: 'identity.manage-people',
    risk: 'none',
    input: z.strictObject({
      email: Email,
      displayName: line(120).describe('How the person is called.'),
      grants: GrantsGiven.describe('Their rights. Give the least that will do.'),
    }),
    output: z.strictObject({
      invitation: Invitation,
      token: shownOnce(z.string().max(80)).describe(
        'For identity.accept-invitation; good for seven days, once.',
      ),
      isMailed: z
        .boolean()
        .describe(
          'False where no mail server is set: the mail is a file in the home, and somebody hands it over.',
        ),
    }),
    examples: async () => [
      {
        email: `${newId('person').slice(4)}@example.com`,
        displayName: 'Katherine Johnson',
        grants: [{ role: 'analyst', covers: null }],
      },
    ],
    undo: (_input, { invitation }) => ({
      operation: 'identity.withdraw-invitation',
      input: { invitationId: invitation.id },
    }),
    async handle({ email, displayName, grants }, context) {
      const { tx, access, coverage, actor, record } = context
      const { studioId, personId } = present(access, 'somebody signed in')
      await checkGrants({ tx, access, coverage }, grants)
      const known = await findPersonByEmail(tx, email) // visible only where they belong to this studio
      const membership = known && (await findMembership(tx, known.id, studioId))
      if (membership && membership.ended_at === null) throw alreadyMember(email)
      const id = newId('invitation')
      const token = means.links.tokenOf('invitation', id)
      const expiresAt = new Date(Date.now() + LIFETIME_MS).toISOString()
      const createdAt = await insertInvitation(tx, {
        id,
        studio_id: studioId,
        email,
        display_name: displayName,
        grants: JSON.stringify(grants),
        token_hash: tokenHash(token),
        invited_by: personId ?? actor.id,
        expires_at: expiresAt,
      })
      record({ type: 'identity.person-invited', subjectId: id, after: { email, displayName, grants } })
      await enqueueRun(context, mailInvitation(means), { input: { invitationId: id } })
      const invitation = { id, email, displayName, grants, createdAt, expiresAt }
      return { invitation, token, isMailed: means.mail.leavesThisMachine }
    },
  })
}
