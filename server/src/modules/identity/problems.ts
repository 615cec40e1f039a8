import { problem } from '#kernel/problem.ts'

export const alreadyFounded = problem('conflict', 'identity.already-founded', () => ({
  en: 'The first studio of this installation is already founded. Sign in instead.',
  de: 'Das erste Studio dieser Installation ist bereits gegründet. Melden Sie sich stattdessen an.',
}))

export const setupCodeNeeded = problem('forbidden', 'identity.setup-code-needed', () => ({
  en: 'From another machine the first studio is founded with the one-time code that the terminal printed at start. Enter it, or open the page on the machine itself.',
  de: 'Von einer anderen Maschine aus wird das erste Studio mit dem Einmalcode gegründet, den das Terminal beim Start ausgab. Geben Sie ihn ein, oder öffnen Sie die Seite auf der Maschine selbst.',
}))

/** One answer for an unknown address and a wrong password: it does not tell which addresses are known. */
export const wrongSignIn = problem('unauthenticated', 'identity.wrong-sign-in', () => ({
  en: 'This e-mail address and password do not belong together. Check both; capital letters count in the password.',
  de: 'Diese E-Mail-Adresse und dieses Passwort gehören nicht zusammen. Prüfen Sie beide; im Passwort zählt Groß- und Kleinschreibung.',
}))

export const wrongCode = problem('unauthenticated', 'identity.wrong-code', () => ({
  en: 'This code is not right, or was used already. Wait for the next one in your authenticator, or use a recovery code.',
  de: 'Dieser Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten in Ihrer Authenticator-App, oder nehmen Sie einen Wiederherstellungscode.',
}))

export const challengeEnded = problem('unauthenticated', 'identity.challenge-ended', () => ({
  en: 'More than five minutes have passed since the password was given. Sign in again.',
  de: 'Seit das Passwort eingegeben wurde, sind mehr als fünf Minuten vergangen. Melden Sie sich noch einmal an.',
}))

export const tooManyTries = problem('too-many', 'identity.too-many-tries', (minutes: number) => ({
  en: `There were too many wrong tries. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`,
  de: `Es gab zu viele falsche Versuche. Warten Sie ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`}, und versuchen Sie es dann noch einmal.`,
}))

export const tryUnderWay = problem('too-many', 'identity.try-under-way', () => ({
  en: 'Another try for the same person is being looked at in this moment. Wait a second, then try again.',
  de: 'Ein anderer Versuch für dieselbe Person wird gerade geprüft. Warten Sie eine Sekunde, und versuchen Sie es noch einmal.',
}))

export const peopleOnly = problem('forbidden', 'identity.people-only', (operation: string) => ({
  en: `${operation} is about one's own sign-in, which only people have. Sign in as a person.`,
  de: `${operation} betrifft die eigene Anmeldung, und die haben nur Personen. Melden Sie sich als Person an.`,
}))

export const sessionEnded = problem('unauthenticated', 'identity.session-ended', () => ({
  en: 'This session is over. Sign in again.',
  de: 'Diese Sitzung ist vorbei. Melden Sie sich noch einmal an.',
}))

/** Two windows renewed at once: the other one has the new token, and the browser has it with the next request. */
export const renewedElsewhere = problem('conflict', 'identity.renewed-elsewhere', () => ({
  en: 'Another window has just renewed this session. Send the request again.',
  de: 'Ein anderes Fenster hat diese Sitzung gerade erneuert. Senden Sie die Anfrage noch einmal.',
}))

export const nothingPending = problem('conflict', 'identity.no-second-factor-pending', () => ({
  en: 'No second factor waits for its first code. Begin with identity.begin-second-factor.',
  de: 'Kein zweiter Faktor wartet auf seinen ersten Code. Beginnen Sie mit identity.begin-second-factor.',
}))

export const secondFactorFirst = problem('forbidden', 'identity.second-factor-first', () => ({
  en: 'A second factor is set up already. Sign in with it, or with a recovery code, before changing it.',
  de: 'Ein zweiter Faktor ist schon eingerichtet. Melden Sie sich damit oder mit einem Wiederherstellungscode an, bevor Sie ihn ändern.',
}))

export const invitationEnded = problem('not-found', 'identity.invitation-ended', () => ({
  en: 'This invitation was used, withdrawn, or is too old. Ask whoever sent it for a new one.',
  de: 'Diese Einladung wurde benutzt, zurückgezogen oder ist zu alt. Bitten Sie den Absender um eine neue.',
}))

export const passwordOfAccount = problem(
  'unauthenticated',
  'identity.password-of-account',
  (email: string) => ({
    en: `${email} has an account here already: give the password of that account to join with it.`,
    de: `${email} hat hier bereits ein Konto: Geben Sie dessen Passwort ein, um damit beizutreten.`,
  }),
)

export const alreadyMember = problem('conflict', 'identity.already-member', (email: string) => ({
  en: `${email} belongs to this studio already. Change their rights with identity.set-person-grants.`,
  de: `${email} gehört schon zu diesem Studio. Ändern Sie die Rechte mit identity.set-person-grants.`,
}))

export const notAMember = problem('not-found', 'identity.not-a-member', (id: string) => ({
  en: `Nobody with the id ${id} belongs to this studio. Choose one from identity.list-people.`,
  de: `Niemand mit der Kennung ${id} gehört zu diesem Studio. Wählen Sie jemanden aus identity.list-people.`,
}))

export const unknownRole = problem('invalid', 'identity.unknown-role', (id: string) => ({
  en: `There is no role ${id} in this studio. Choose one from identity.list-roles.`,
  de: `Es gibt keine Rolle ${id} in diesem Studio. Wählen Sie eine aus identity.list-roles.`,
}))

export const roleNameTaken = problem('conflict', 'identity.role-name-taken', (name: string) => ({
  en: `A role named "${name}" already exists. Change that one, or choose another name.`,
  de: `Eine Rolle „${name}“ gibt es schon. Ändern Sie jene, oder wählen Sie einen anderen Namen.`,
}))

export const cannotGrantMore = problem('forbidden', 'identity.cannot-grant-more', (role: string) => ({
  en: `You cannot give the role ${role}: it allows more than you hold on the whole studio. An owner can give it.`,
  de: `Sie können die Rolle ${role} nicht vergeben: Sie erlaubt mehr, als Sie im ganzen Studio dürfen. Ein Inhaber kann sie vergeben.`,
}))

export const ownersOnly = problem('forbidden', 'identity.owners-only', () => ({
  en: 'Only an owner can change what an owner holds. Ask one.',
  de: 'Nur ein Inhaber kann ändern, was ein Inhaber hat. Bitten Sie einen darum.',
}))

export const lastOwner = problem('conflict', 'identity.last-owner', () => ({
  en: 'The studio would be left without an owner. Make somebody else an owner of the whole studio first.',
  de: 'Das Studio bliebe ohne Inhaber zurück. Machen Sie zuerst jemand anderen zum Inhaber des ganzen Studios.',
}))

export const resetsElsewhere = problem('forbidden', 'identity.resets-elsewhere', () => ({
  en: 'This person also belongs to another studio, so their second factor is not yours to reset. They can use a recovery code.',
  de: 'Diese Person gehört auch zu einem anderen Studio, deshalb steht es Ihnen nicht zu, ihren zweiten Faktor zurückzusetzen. Sie kann einen Wiederherstellungscode benutzen.',
}))

export const apiKeyNotFound = problem('not-found', 'identity.api-key-not-found', (id: string) => ({
  en: `There is no key ${id} in this studio. Choose one from identity.list-api-keys.`,
  de: `Es gibt keinen Schlüssel ${id} in diesem Studio. Wählen Sie einen aus identity.list-api-keys.`,
}))

export const invitationNotFound = problem('not-found', 'identity.invitation-not-found', (id: string) => ({
  en: `There is no open invitation ${id}. Choose one from identity.list-invitations.`,
  de: `Es gibt keine offene Einladung ${id}. Wählen Sie eine aus identity.list-invitations.`,
}))

export const sessionNotFound = problem('not-found', 'identity.session-not-found', (id: string) => ({
  en: `You have no open session ${id}. Choose one from identity.list-sessions.`,
  de: `Sie haben keine offene Sitzung ${id}. Wählen Sie eine aus identity.list-sessions.`,
}))

export const noDemo = problem('conflict', 'identity.no-demo', () => ({
  en: 'The studio here is a real one, or there is none yet, so nobody gets in without signing in. Start a demonstration beside it with "npm run demo".',
  de: 'Das Studio hier ist ein echtes, oder es gibt noch keines, deshalb kommt niemand ohne Anmeldung herein. Starten Sie daneben eine Demonstration mit „npm run demo“.',
}))

export const demoFromHereOnly = problem('forbidden', 'identity.demo-from-here-only', () => ({
  en: 'A demonstration lets in without a password, so it does that only on the machine that it runs on. Open it there.',
  de: 'Eine Demonstration lässt ohne Passwort ein, deshalb tut sie das nur auf der Maschine, auf der sie läuft. Öffnen Sie sie dort.',
}))

export const nobodyInRole = problem('not-found', 'identity.nobody-in-role', (role: string) => ({
  en: `Nobody with whom this demonstration began is still ${role} of the whole studio. Look at it in another role.`,
  de: `Niemand, mit dem diese Demonstration begann, ist noch ${role} des ganzen Studios. Sehen Sie sie sich in einer anderen Rolle an.`,
}))

export const tooManyResets = problem('too-many', 'identity.too-many-resets', (minutes: number) => ({
  en: `A link for this address was asked for many times. Look into its mailbox, or wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and ask again.`,
  de: `Ein Link für diese Adresse wurde schon oft verlangt. Sehen Sie in das Postfach, oder warten Sie ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`}, und fragen Sie noch einmal.`,
}))

export const resetUnknown = problem('not-found', 'identity.reset-unknown', () => ({
  en: 'This is no link of a password reset, or it was cut short when it was copied. Open it from the mail, or ask for a new one.',
  de: 'Dies ist kein Link zum Zurücksetzen eines Passworts, oder er wurde beim Kopieren abgeschnitten. Öffnen Sie ihn aus der E-Mail, oder fordern Sie einen neuen an.',
}))

export const resetUsed = problem('conflict', 'identity.reset-used', (usedAt: string) => ({
  en: `A password was chosen with this link, or with a later one, on ${usedAt.slice(0, 16).replace('T', ' ')} UTC. Sign in with it, or ask for a new link.`,
  de: `Mit diesem oder einem späteren Link wurde am ${usedAt.slice(0, 16).replace('T', ' ')} UTC ein Passwort gewählt. Melden Sie sich damit an, oder fordern Sie einen neuen Link an.`,
}))

export const noPasskeysHere = problem('conflict', 'identity.no-passkeys-here', () => ({
  en: 'Passkeys belong to a name, and this page was opened by an address that has none. Open http://localhost, or a name of IZA_PUBLIC_HOSTS by https.',
  de: 'Passkeys gehören zu einem Namen, und diese Seite wurde unter einer Adresse ohne Namen geöffnet. Öffnen Sie http://localhost oder einen Namen aus IZA_PUBLIC_HOSTS mit https.',
}))

export const noPasskeysInDemo = problem('conflict', 'identity.no-passkeys-in-demo', () => ({
  en: 'Who is looked through in a demonstration is invented, so no passkey is kept for them. Add one in a studio of your own.',
  de: 'Wer in einer Demonstration hindurchsieht, ist erfunden, deshalb wird für niemanden ein Passkey aufbewahrt. Fügen Sie einen im eigenen Studio hinzu.',
}))

export const passwordNeeded = problem('forbidden', 'identity.password-needed', (minutes: number) => ({
  en: `More than ${minutes} minutes have passed since you signed in. Give your current password, or sign in again.`,
  de: `Ihre Anmeldung liegt mehr als ${minutes} Minuten zurück. Geben Sie Ihr Passwort ein, um dies zu ändern.`,
}))

export const ticketEnded = problem('conflict', 'identity.passkey-ticket-ended', () => ({
  en: 'More than five minutes have passed since the passkey was asked for, or this answer was given already. Begin again.',
  de: 'Seit nach dem Passkey gefragt wurde, sind mehr als fünf Minuten vergangen, oder diese Antwort wurde schon gegeben. Beginnen Sie neu.',
}))

/** One answer for an unknown passkey, one of another page and a wrong signature. */
export const wrongPasskey = problem('unauthenticated', 'identity.wrong-passkey', () => ({
  en: 'This passkey does not open anything here. It may have been removed: choose another one, or sign in with your password.',
  de: 'Dieser Passkey öffnet hier nichts. Vielleicht wurde er entfernt: Wählen Sie einen anderen, oder melden Sie sich mit Ihrem Passwort an.',
}))

export const passkeyNotAccepted = problem('invalid', 'identity.passkey-not-accepted', () => ({
  en: 'This is no passkey that was made for this page just now, or it did not check that it is you. Begin again, and unlock it with PIN, finger or face.',
  de: 'Das ist kein Passkey, der eben für diese Seite gemacht wurde, oder er hat nicht geprüft, dass Sie es sind. Beginnen Sie neu, und entsperren Sie ihn mit PIN, Finger oder Gesicht.',
}))

export const passkeyCopied = problem('unauthenticated', 'identity.passkey-copied', () => ({
  en: 'This passkey counted backwards, as it does where somebody else has a copy of it. Sign in another way, remove it under Settings, and add a new one.',
  de: 'Dieser Passkey hat rückwärts gezählt, wie es ist, wo jemand anderes eine Kopie davon hat. Melden Sie sich anders an, entfernen Sie ihn in den Einstellungen, und fügen Sie einen neuen hinzu.',
}))

export const passkeyTaken = problem('conflict', 'identity.passkey-taken', () => ({
  en: 'This passkey is known here already. Sign in with it, or make a new one.',
  de: 'Dieser Passkey ist hier schon bekannt. Melden Sie sich damit an, oder machen Sie einen neuen.',
}))

export const tooManyPasskeys = problem('conflict', 'identity.too-many-passkeys', (max: number) => ({
  en: `You have ${max} passkeys, and more are not kept. Remove one that you no longer use.`,
  de: `Sie haben ${max} Passkeys, und mehr werden nicht aufbewahrt. Entfernen Sie einen, den Sie nicht mehr benutzen.`,
}))

export const passkeyNotFound = problem('not-found', 'identity.passkey-not-found', (id: string) => ({
  en: `You have no passkey ${id}. Choose one from identity.list-passkeys.`,
  de: `Sie haben keinen Passkey ${id}. Wählen Sie einen aus identity.list-passkeys.`,
}))

export const onlyFactor = problem('conflict', 'identity.only-factor', () => ({
  en: 'This passkey is your only second factor. Set up an authenticator, or add another passkey, before you remove it.',
  de: 'Dieser Passkey ist Ihr einziger zweiter Faktor. Richten Sie eine Authenticator-App ein, oder fügen Sie einen weiteren Passkey hinzu, bevor Sie ihn entfernen.',
}))
export const resetExpired = problem('conflict', 'identity.reset-expired', (expiredAt: string) => ({
  en: `This link was good until ${expiredAt.slice(0, 16).replace('T', ' ')} UTC. Ask for a new one; the password is still the old one.`,
  de: `Dieser Link galt bis ${expiredAt.slice(0, 16).replace('T', ' ')} UTC. Fordern Sie einen neuen an; das Passwort ist noch das alte.`,
}))
