import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import type { Site } from '#server/catalogue/access.ts'
import { operation, type CallContext } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import { beginPasskeySignIn } from './begin-passkey-sign-in.ts'
import { enterStudio } from './enter-studio.ts'
import type { IdentityMeans } from './identity-means.ts'
import { answeredPasskey, isCopied, userHandleOf } from './passkey-ceremony.ts'
import { lockPasskey, setPasskeyUsed } from './passkey-queries.ts'
import { Blob, CredentialId, Ticket, UserHandle } from './passkey-schema.ts'
import { passkeySite } from './passkey-site.ts'
import type { SignInTicket } from './passkey-tickets.ts'
import { findFirstMembership, findPerson } from './people-queries.ts'
import { passkeyCopied, ticketEnded, wrongPasskey } from './problems.ts'
import { SignedIn } from './schema.ts'
import { checkGuard, noteFailure, noteSuccess } from './sign-in-guard.ts'
import { spendChallenge, sweepSpentChallenges } from './spent-challenge-queries.ts'
import { tokenHash } from './tokens.ts'

const Input = z.strictObject({
  ticket: Ticket.describe('What identity.begin-passkey-sign-in gave.'),
  credentialId: CredentialId,
  clientDataJson: Blob,
  authenticatorData: Blob,
  signature: Blob,
  userHandle: UserHandle,
})

export function finishPasskeySignIn(means: IdentityMeans) {
  return operation({
    name: 'identity.finish-passkey-sign-in',
    summary:
      'Signs a person in with what their passkey answered. That is both factors: the device, and PIN, finger or face.',
    effect: 'write',
    scope: { of: 'public' },
    permission: 'public',
    risk: 'none',
    input: Input,
    output: SignedIn,
    examples: async (factory) => {
      await factory.aPasskey()
      const { ticket, options } = await factory.invoke(beginPasskeySignIn(means), {})
      return [Input.parse({ ticket, ...factory.authenticator.get(options) })]
    },
    async handle(answer, context) {
      const { tx, credential } = context
      const site = passkeySite(credential)
      const ticket = await means.passkeyTickets.readForSignIn(answer.ticket)
      if (!ticket) throw ticketEnded()
      const hash = tokenHash(answer.credentialId)
      await checkGuard(tx, hash)
      const passkey = await answering(tx, { site, ticket, answer, hash })
      if (!passkey) {
        await noteFailure(tx, hash)
        return wrongPasskey()
      }
      await noteSuccess(tx, hash)
      await spend(tx, ticket)
      return signInBy(context, means, passkey)
    },
  })
}

/** The passkey whose answer this is, and what it said; undefined where it is none of ours, or says nothing good. */
async function answering(
  tx: Transaction,
  given: { site: Site; ticket: SignInTicket; answer: z.output<typeof Input>; hash: string },
) {
  const { site, ticket, answer, hash } = given
  await tx.enter({ presented: hash })
  const passkey = await lockPasskey(tx, hash)
  const isForHere = passkey?.host === site.host && ticket.host === site.host
  if (!isForHere || answer.userHandle !== userHandleOf(passkey.person_id)) return undefined
  const { challenge } = ticket
  const { public_key: publicKey } = passkey
  const answered = await answeredPasskey({ site, challenge, publicKey, ...answer })
  return answered && { ...passkey, answered }
}

/** Only what was signed by a passkey of ours is kept, so a stranger fills no table. Throws `identity.passkey-ticket-ended`. */
async function spend(tx: Transaction, { challenge, expiresAt }: SignInTicket): Promise<void> {
  const challengeHash = tokenHash(challenge)
  await tx.enter({ presented: challengeHash })
  await sweepSpentChallenges(tx)
  const isFirst = await spendChallenge(tx, { challenge_hash: challengeHash, expires_at: expiresAt })
  if (!isFirst) throw ticketEnded()
}

async function signInBy(
  context: CallContext,
  means: IdentityMeans,
  passkey: NonNullable<Awaited<ReturnType<typeof answering>>>,
) {
  const { tx, becomes, record } = context
  const { id, person_id: personId, counter: stored, answered } = passkey
  await tx.enter({ personId })
  const { display_name: name } = present(await findPerson(tx, personId), 'the person of the passkey')
  const membership = await findFirstMembership(tx, personId)
  if (!membership) return wrongPasskey()
  const { studioId, studioName } = membership
  const counter = BigInt(answered.newCounter)
  if (isCopied({ stored, answered: counter })) {
    await becomes({ studioId, personId, actor: { kind: 'person', id: personId, name } })
    record({ type: 'identity.passkey-copied', subjectId: personId, after: { id } })
    return passkeyCopied()
  }
  await setPasskeyUsed(tx, id, { counter, isBackedUp: answered.credentialBackedUp })
  const studio = { id: studioId, name: studioName }
  return enterStudio(context, means, { studio, personId, name, hasSecondFactor: true })
}
