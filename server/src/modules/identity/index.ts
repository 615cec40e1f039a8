import { seenWith } from '#server/catalogue/operation.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { addPasskey } from './add-passkey.ts'
import { beginPasskey } from './begin-passkey.ts'
import { beginPasskeySignIn } from './begin-passkey-sign-in.ts'
import { beginSecondFactor } from './begin-second-factor.ts'
import { changePassword } from './change-password.ts'
import { confirmSecondFactor } from './confirm-second-factor.ts'
import { createApiKey } from './create-api-key.ts'
import { createRole } from './create-role.ts'
import { endMembership } from './end-membership.ts'
import { enterDemo } from './enter-demo.ts'
import { finishPasskeySignIn } from './finish-passkey-sign-in.ts'
import { finishSignIn } from './finish-sign-in.ts'
import { foundStudio } from './found-studio.ts'
import { getFrontDoor } from './get-front-door.ts'
import { getMe } from './get-me.ts'
import type { IdentityMeans } from './identity-means.ts'
import { invitePerson } from './invite-person.ts'
import { mailInvitation } from './mail-invitation.ts'
import { mailPasswordReset } from './mail-password-reset.ts'
import { listApiKeys } from './list-api-keys.ts'
import { listInvitations } from './list-invitations.ts'
import { listPasskeys } from './list-passkeys.ts'
import { listPeople } from './list-people.ts'
import { listRoles } from './list-roles.ts'
import { listSessions } from './list-sessions.ts'
import { removePasskey } from './remove-passkey.ts'
import { renamePasskey } from './rename-passkey.ts'
import { renewSession } from './renew-session.ts'
import { requestPasswordReset } from './request-password-reset.ts'
import { resetPassword } from './reset-password.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { restoreMembership } from './restore-membership.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { revokeSession } from './revoke-session.ts'
import { setPersonGrants } from './set-person-grants.ts'
import { setSignInPolicy } from './set-sign-in-policy.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { updatePreferences } from './update-preferences.ts'
import { updateRole } from './update-role.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

export { createAuthenticator } from './authenticate.ts'
export { foundFirst } from './found-first.ts'
export { hashPassword } from './password.ts'
export { demoFromHereOnly } from './problems.ts'
export type { IdentityMeans } from './identity-means.ts'
export { createRole } from './create-role.ts'
export { findRoles } from './grant-queries.ts'
export { ownPreferences } from './own-preferences.ts'
export { ownPerson } from './own-person.ts'
export { newSetupCode } from './setup-code.ts'
export { namesOfMembers } from './people-queries.ts'
export { Studio } from './schema.ts'
export { findFirstStudio, getStudio, raiseAccessEpoch } from './studio-queries.ts'
export { createPasskeyTickets } from './passkey-tickets.ts'
export { createSessionTokens, newToken, tokenHash, type SessionTokens } from './tokens.ts'

export function identityPrograms(means: IdentityMeans) {
  return [mailInvitation(means), mailPasswordReset(means)]
}

export function identityOperations(means: IdentityMeans) {
  return seenWith('identity.read-people', [
    acceptInvitation(means),
    addPasskey(means),
    beginPasskey(means),
    beginPasskeySignIn(means),
    beginSecondFactor(means),
    changePassword,
    confirmSecondFactor(means),
    createApiKey,
    createRole,
    endMembership(means),
    enterDemo(means),
    finishPasskeySignIn(means),
    finishSignIn(means),
    foundStudio(means),
    getFrontDoor,
    getMe,
    invitePerson(means),
    listApiKeys,
    listInvitations,
    listPasskeys,
    listPeople,
    listRoles,
    listSessions,
    removePasskey(means),
    renamePasskey(means),
    renewSession(means),
    requestPasswordReset(means),
    resetPassword,
    resetSecondFactor(means),
    restoreMembership(means),
    revokeApiKey,
    revokeSession,
    setPersonGrants(means),
    setSignInPolicy,
    signIn(means),
    signOut,
    updatePreferences,
    updateRole,
    withdrawInvitation(means),
  ])
}

export { identitySources } from './search-queries.ts'

export { findAddressee, type Addressee } from './addressee-queries.ts'
export { askASecond } from './ask-a-second.ts'
export { DECIDE } from './could-somebody-else-accept.ts'
export { peopleWithGrants } from './people-with-grants.ts'
