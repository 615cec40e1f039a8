import { z } from 'zod'
import type { Id } from '#kernel/ids.ts'
import { operation, type CallContext } from '#server/catalogue/operation.ts'
import type { IdentityMeans } from './identity-means.ts'
import { isPassword } from './password.ts'
import { findFirstMembership, findPersonByEmail } from './people-queries.ts'
import { wrongSignIn } from './problems.ts'
import { Email, Password, SignedIn } from './schema.ts'
import { lockSecondFactor } from './second-factor-queries.ts'
import { checkGuard, noteFailure, noteSuccess } from './sign-in-guard.ts'
import { startSession } from './start-session.ts'

export function signIn(means: IdentityMeans) {
  return operation({
    name: 'identity.sign-in',
    summary:
      'Signs a person in with e-mail address and password; with a second factor, identity.finish-sign-in follows.',
    effect: 'write',
    scope: { of: 'public' },
    permission: 'public',
    risk: 'none',
    input: z.strictObject({ email: Email, password: Password }),
    output: SignedIn,
    examples: async ({ self: { email, password } }) => [{ email, password }],
    async handle({ email, password }, context) {
      const { tx } = context
      await checkGuard(tx, email)
      await tx.enter({ presented: email })
      const person = await findPersonByEmail(tx, email)
      if (!(await isPassword(password, person?.password_hash)) || !person) {
        await noteFailure(tx, email)
        return wrongSignIn()
      }
      await noteSuccess(tx, email)
      await tx.enter({ personId: person.id })
      const factor = await lockSecondFactor(tx, person.id)
      if (factor?.sealed_secret) {
        const challenge = await means.tokens.challenge(person.id)
        return { next: 'second-factor' as const, challenge, studio: null, displayName: null }
      }
      return finish(context, means, {
        personId: person.id,
        name: person.display_name,
        hasSecondFactor: false,
      })
    },
  })
}

/** The last step of every way in: the first studio of the person, a session in it, a line in its record. */
export async function finish(
  { tx, credential, becomes, record, issueTokens }: CallContext,
  means: IdentityMeans,
  { personId, name, hasSecondFactor }: { personId: Id<'person'>; name: string; hasSecondFactor: boolean },
) {
  const membership = await findFirstMembership(tx, personId)
  if (!membership) return wrongSignIn()
  const { studioId, studioName } = membership
  await becomes({ studioId, personId, actor: { kind: 'person', id: personId, name } })
  record({ type: 'identity.person-signed-in', subjectId: personId })
  issueTokens(await startSession(tx, means, { studioId, personId, credential, hasSecondFactor }))
  const next = hasSecondFactor ? ('nothing' as const) : ('set-up-second-factor' as const)
  return { next, challenge: null, studio: { id: studioId, name: studioName }, displayName: name }
}
