import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { shownOnce } from '#server/catalogue/secret-fields.ts'
import { operation, type CallContext } from '#server/catalogue/operation.ts'
import type { IdentityMeans } from './identity-means.ts'
import { owedFactor } from './owed-factor.ts'
import { ownPerson } from './own-person.ts'
import { creationOptions, newChallenge } from './passkey-ceremony.ts'
import { credentialsOf } from './passkey-queries.ts'
import { CreationOptions, TicketText } from './passkey-schema.ts'
import { passkeySite } from './passkey-site.ts'
import { isPassword } from './password.ts'
import { findPerson } from './people-queries.ts'
import { noPasskeysInDemo, passwordNeeded, secondFactorFirst, wrongSignIn } from './problems.ts'
import { Password } from './schema.ts'
import { hasJustSignedIn } from './session-queries.ts'
import { checkGuard, noteFailure } from './sign-in-guard.ts'
import { getStudio } from './studio-queries.ts'

const NAME = 'identity.begin-passkey'
const FRESH_MINUTES = 10

/** Whoever adds a way in shows that they are the person, and not merely at the person's desk. */
export function beginPasskey({ passkeyTickets }: IdentityMeans) {
  return operation({
    name: NAME,
    summary:
      'Begins to add a passkey: options for the authenticator, and the ticket that add-passkey takes. Needs your password, or a sign-in of the last ten minutes.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    input: z.strictObject({
      currentPassword: Password.optional().describe('May be left out within ten minutes after signing in.'),
    }),
    output: z.strictObject({
      ticket: shownOnce(TicketText).describe('For add-passkey; good for five minutes.'),
      options: CreationOptions.describe('For navigator.credentials.create (WebAuthn Level 3).'),
    }),
    examples: async ({ self }) => [{ currentPassword: self.password }, {}],
    async handle({ currentPassword }, context) {
      const { tx, access, credential, record } = context
      const { personId, sessionId, studioId } = ownPerson({ access }, NAME)
      const { host } = passkeySite(credential)
      if (access?.waitsFor && (await owedFactor(tx, personId))) throw secondFactorFirst()
      if ((await getStudio(tx, studioId)).is_demo) throw noPasskeysInDemo()
      const { password_hash: hash, email, ...person } = present(await findPerson(tx, personId), 'the person')
      if (currentPassword !== undefined) {
        if (!(await knowsPassword(context, { email, hash, currentPassword }))) return wrongSignIn()
      } else if (!(await hasJustSignedIn(tx, sessionId, FRESH_MINUTES))) throw passwordNeeded(FRESH_MINUTES)
      await tx.enter({ studioId, personId, coverage: '*' })
      const challenge = newChallenge()
      record({ type: 'identity.passkey-begun', subjectId: personId })
      return {
        ticket: await passkeyTickets.forAdding({ challenge, host, personId }),
        options: creationOptions({
          host,
          challenge,
          person: { id: personId, email, displayName: person.display_name },
          known: await credentialsOf(tx, personId, host),
        }),
      }
    },
  })
}

async function knowsPassword(
  { tx }: Pick<CallContext, 'tx'>,
  { email, hash, currentPassword }: { email: string; hash: string; currentPassword: string },
): Promise<boolean> {
  await checkGuard(tx, email)
  const isRight = await isPassword(currentPassword, hash)
  if (!isRight) await noteFailure(tx, email)
  return isRight
}
