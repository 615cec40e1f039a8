import { z } from 'zod'
import { idFrom, newId } from '#kernel/ids.ts'
import { operation } from '#server/catalogue/operation.ts'
import { secret } from '#server/catalogue/secret-fields.ts'
import { deleteGrants, insertGrants } from './grant-queries.ts'
import { closeInvitation, lockInvitation } from './invitation-queries.ts'
import type { IdentityMeans } from './identity-means.ts'
import { invitePerson } from './invite-person.ts'
import { owedFactor, owing } from './owed-factor.ts'
import { hashPassword, isPassword } from './password.ts'
import { ensureMembership, findPersonByEmail, insertPerson } from './people-queries.ts'
import { invitationEnded, passwordOfAccount } from './problems.ts'
import { Role } from './roles.ts'
import { GrantsGiven, NewPassword, SignedIn } from './schema.ts'
import { checkGuard, noteFailure } from './sign-in-guard.ts'
import { startSession } from './start-session.ts'
import { getStudio, raiseAccessEpoch } from './studio-queries.ts'
import { tokenHash } from './tokens.ts'

export function acceptInvitation(means: IdentityMeans) {
  return operation({
    name: 'identity.accept-invitation',
    summary: 'Joins a studio with the token of an invitation and a password, and signs in.',
    effect: 'write',
    scope: { of: 'public' },
    permission: 'public',
    risk: 'none',
    input: z.strictObject({
      token: secret(z.string().min(1).max(80)).describe('What stands behind the # of the link.'),
      password: NewPassword.describe('A new one; or that of the account, where the address has one here.'),
    }),
    output: SignedIn,
    examples: async (factory) => {
      const invite = invitePerson(means)
      const [example] = await invite.examples(factory)
      const { token } = await factory.invoke(invite, invite.types.input.parse(example))
      return [{ token, password: 'correct horse battery' }]
    },
    async handle({ token, password }, { tx, credential, becomes, record, issueTokens }) {
      const hash = tokenHash(token)
      await tx.enter({ presented: hash })
      const invitation = await lockInvitation(tx, hash)
      if (!invitation) throw invitationEnded()
      const { studio_id: studioId, display_name: displayName, email } = invitation
      await checkGuard(tx, email)
      await tx.enter({ presented: email })
      const known = await findPersonByEmail(tx, email)
      if (known && !(await isPassword(password, known.password_hash))) {
        await noteFailure(tx, email)
        return passwordOfAccount(email)
      }
      const personId = known?.id ?? newId('person')
      const name = known?.display_name ?? displayName
      await becomes({ studioId, personId, actor: { kind: 'person', id: personId, name } })
      const fresh = { id: personId, email, display_name: name }
      if (!known) await insertPerson(tx, { ...fresh, password_hash: await hashPassword(password) })
      const membership = { id: newId('membership'), studio_id: studioId, person_id: personId }
      const membershipId = await ensureMembership(tx, membership)
      const grants = grantsOf(invitation.grants)
      await deleteGrants(tx, membershipId) // of an earlier time in the studio
      await insertGrants(tx, { studioId, holder: { membership_id: membershipId }, grants })
      await closeInvitation(tx, invitation.id, 'accepted_at')
      await raiseAccessEpoch(tx, studioId)
      record({ type: 'identity.person-joined', subjectId: personId, after: { displayName: name, grants } })
      const next = await owedFactor(tx, personId)
      if (next) return owing(means, { next, personId })
      issueTokens(await startSession(tx, means, { studioId, personId, credential, hasSecondFactor: false }))
      const { name: studioName, is_demo: isDemo } = await getStudio(tx, studioId)
      const studio = { id: studioId, name: studioName }
      return {
        next: isDemo ? ('nothing' as const) : ('set-up-second-factor' as const),
        challenge: null,
        studio,
        displayName: name,
      }
    },
  })
}

/** Checked when the invitation was sent: whoever sent it held them then. */
function grantsOf(stored: unknown) {
  return GrantsGiven.parse(stored).map(({ role, covers }) => {
    const standard = Role.safeParse(role).data
    return standard
      ? { role: standard, role_id: null, covers }
      : { role: null, role_id: idFrom('role', role), covers }
  })
}
