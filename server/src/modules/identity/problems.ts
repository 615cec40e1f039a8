import { problem } from '#kernel/problem.ts'

export const alreadyFounded = problem(
  'conflict',
  'identity.already-founded',
  () => 'The first studio of this installation is already founded. Sign in instead.',
)

export const setupCodeNeeded = problem(
  'forbidden',
  'identity.setup-code-needed',
  () =>
    'From another machine the first studio is founded with the one-time code that the terminal printed at start. Enter it, or open the page on the machine itself.',
)

/** One answer for an unknown address and a wrong password: it does not tell which addresses are known. */
export const wrongSignIn = problem(
  'unauthenticated',
  'identity.wrong-sign-in',
  () =>
    'This e-mail address and password do not belong together. Check both; capital letters count in the password.',
)

export const wrongCode = problem(
  'unauthenticated',
  'identity.wrong-code',
  () =>
    'This code is not right, or was used already. Wait for the next one in your authenticator, or use a recovery code.',
)

export const challengeEnded = problem(
  'unauthenticated',
  'identity.challenge-ended',
  () => 'More than five minutes have passed since the password was given. Sign in again.',
)

export const tooManyTries = problem(
  'too-many',
  'identity.too-many-tries',
  (minutes: number) =>
    `There were too many wrong tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`,
)

export const tryUnderWay = problem(
  'too-many',
  'identity.try-under-way',
  () => 'Another try for the same person is being looked at in this moment. Wait a second, then try again.',
)

export const peopleOnly = problem(
  'forbidden',
  'identity.people-only',
  (operation: string) =>
    `${operation} is about one's own sign-in, which only people have. Sign in as a person.`,
)

export const sessionEnded = problem(
  'unauthenticated',
  'identity.session-ended',
  () => 'This session is over. Sign in again.',
)

/** Two windows renewed at once: the other one has the new token, and the browser has it with the next request. */
export const renewedElsewhere = problem(
  'conflict',
  'identity.renewed-elsewhere',
  () => 'Another window has just renewed this session. Send the request again.',
)

export const nothingPending = problem(
  'conflict',
  'identity.no-second-factor-pending',
  () => 'No second factor waits for its first code. Begin with identity.begin-second-factor.',
)

export const secondFactorFirst = problem(
  'forbidden',
  'identity.second-factor-first',
  () => 'A second factor is set up already. Sign in with it, or with a recovery code, before changing it.',
)

export const invitationEnded = problem(
  'not-found',
  'identity.invitation-ended',
  () => 'This invitation was used, withdrawn, or is too old. Ask whoever sent it for a new one.',
)

export const passwordOfAccount = problem(
  'unauthenticated',
  'identity.password-of-account',
  (email: string) =>
    `${email} has an account here already: give the password of that account to join with it.`,
)

export const alreadyMember = problem(
  'conflict',
  'identity.already-member',
  (email: string) =>
    `${email} belongs to this studio already. Change their rights with identity.set-person-grants.`,
)

export const notAMember = problem(
  'not-found',
  'identity.not-a-member',
  (id: string) => `Nobody with the id ${id} belongs to this studio. Choose one from identity.list-people.`,
)

export const unknownRole = problem(
  'invalid',
  'identity.unknown-role',
  (id: string) => `There is no role ${id} in this studio. Choose one from identity.list-roles.`,
)

export const roleNameTaken = problem(
  'conflict',
  'identity.role-name-taken',
  (name: string) => `A role named "${name}" already exists. Change that one, or choose another name.`,
)

export const cannotGrantMore = problem(
  'forbidden',
  'identity.cannot-grant-more',
  (role: string) =>
    `You cannot give the role ${role}: it allows more than you hold on the whole studio. An owner can give it.`,
)

export const ownersOnly = problem(
  'forbidden',
  'identity.owners-only',
  () => 'Only an owner can change what an owner holds. Ask one.',
)

export const lastOwner = problem(
  'conflict',
  'identity.last-owner',
  () => 'The studio would be left without an owner. Make somebody else an owner of the whole studio first.',
)

export const resetsElsewhere = problem(
  'forbidden',
  'identity.resets-elsewhere',
  () =>
    'This person also belongs to another studio, so their second factor is not yours to reset. They can use a recovery code.',
)

export const apiKeyNotFound = problem(
  'not-found',
  'identity.api-key-not-found',
  (id: string) => `There is no key ${id} in this studio. Choose one from identity.list-api-keys.`,
)

export const invitationNotFound = problem(
  'not-found',
  'identity.invitation-not-found',
  (id: string) => `There is no open invitation ${id}. Choose one from identity.list-invitations.`,
)

export const sessionNotFound = problem(
  'not-found',
  'identity.session-not-found',
  (id: string) => `You have no open session ${id}. Choose one from identity.list-sessions.`,
)

export const noDemo = problem(
  'conflict',
  'identity.no-demo',
  () =>
    'The studio here is a real one, or there is none yet, so nobody gets in without signing in. Start a demonstration beside it with "npm run demo".',
)

export const demoFromHereOnly = problem(
  'forbidden',
  'identity.demo-from-here-only',
  () =>
    'A demonstration lets in without a password, so it does that only on the machine that it runs on. Open it there.',
)

export const nobodyInRole = problem(
  'not-found',
  'identity.nobody-in-role',
  (role: string) =>
    `Nobody with whom this demonstration began is still ${role} of the whole studio. Look at it in another role.`,
)

export const tooManyResets = problem(
  'too-many',
  'identity.too-many-resets',
  (minutes: number) =>
    `A link for this address was asked for many times. Look into its mailbox, or wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and ask again.`,
)

export const resetUnknown = problem(
  'not-found',
  'identity.reset-unknown',
  () =>
    'This is no link of a password reset, or it was cut short when it was copied. Open it from the mail, or ask for a new one.',
)

export const resetUsed = problem(
  'conflict',
  'identity.reset-used',
  (usedAt: string) =>
    `A password was chosen with this link, or with a later one, on ${usedAt.slice(0, 16).replace('T', ' ')} UTC. Sign in with it, or ask for a new link.`,
)

export const resetExpired = problem(
  'conflict',
  'identity.reset-expired',
  (expiredAt: string) =>
    `This link was good until ${expiredAt.slice(0, 16).replace('T', ' ')} UTC. Ask for a new one; the password is still the old one.`,
)

export const noPasskeysHere = problem(
  'conflict',
  'identity.no-passkeys-here',
  () =>
    'Passkeys belong to a name, and this page was opened by an address that has none. Open http://localhost, or a name of IZA_PUBLIC_HOSTS by https.',
)

export const noPasskeysInDemo = problem(
  'conflict',
  'identity.no-passkeys-in-demo',
  () =>
    'Who is looked through in a demonstration is invented, so no passkey is kept for them. Add one in a studio of your own.',
)

export const passwordNeeded = problem(
  'forbidden',
  'identity.password-needed',
  (minutes: number) =>
    `More than ${minutes} minutes have passed since you signed in. Give your current password, or sign in again.`,
)

export const ticketEnded = problem(
  'conflict',
  'identity.passkey-ticket-ended',
  () =>
    'More than five minutes have passed since the passkey was asked for, or this answer was given already. Begin again.',
)

/** One answer for an unknown passkey, one of another page and a wrong signature. */
export const wrongPasskey = problem(
  'unauthenticated',
  'identity.wrong-passkey',
  () =>
    'This passkey does not open anything here. It may have been removed: choose another one, or sign in with your password.',
)

export const passkeyNotAccepted = problem(
  'invalid',
  'identity.passkey-not-accepted',
  () =>
    'This is no passkey that was made for this page just now, or it did not check that it is you. Begin again, and unlock it with PIN, finger or face.',
)

export const passkeyCopied = problem(
  'unauthenticated',
  'identity.passkey-copied',
  () =>
    'This passkey counted backwards, as it does where somebody else has a copy of it. Sign in another way, remove it under Settings, and add a new one.',
)

export const passkeyTaken = problem(
  'conflict',
  'identity.passkey-taken',
  () => 'This passkey is known here already. Sign in with it, or make a new one.',
)

export const tooManyPasskeys = problem(
  'conflict',
  'identity.too-many-passkeys',
  (max: number) => `You have ${max} passkeys, and more are not kept. Remove one that you no longer use.`,
)

export const passkeyNotFound = problem(
  'not-found',
  'identity.passkey-not-found',
  (id: string) => `You have no passkey ${id}. Choose one from identity.list-passkeys.`,
)

export const onlyFactor = problem(
  'conflict',
  'identity.only-factor',
  () =>
    'This passkey is your only second factor. Set up an authenticator, or add another passkey, before you remove it.',
)
