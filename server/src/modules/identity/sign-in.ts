import { z } from 'zod'
import type { Id } from '#kernel/ids.ts'
import { operation, type CallContext } from '#server/catalogue/operation.ts'
import type { IdentityMeans } from './identity-means.ts'
import { owedFactor, owing } from './owed-factor.ts'
import { isPassword } from './password.ts'
import { findFirstMembership, findPersonByEmail } from './people-queries.ts'
import { wrongSignIn } from './problems.ts'
import { Email, Password, SignedIn } from './schema.ts'
import { enterStudio } from './enter-studio.ts'
import { checkGuard, noteFailure, noteSuccess } from './sign-in-guard.ts'

export function signIn(means: IdentityMeans) {
  return operation({
    name: 'identity.sign-in',
    summary:
      'Signs a person in with e-mail address and password; with a second factor, identity.finish-sign-in follows, or a passkey.',
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
      const next = await owedFactor(tx, person.id)
      if (next) return owing(means, { next, personId: person.id })
      return finish(context, means, {
        personId: person.id,
        name: person.display_name,
        hasSecondFactor: false,
      })
    },
  })
}

/** The last step of signing in: the first studio of the person, and a session in it. */
export async function finish(
  context: CallContext,
  means: IdentityMeans,
  person: { personId: Id<'person'>; name: string; hasSecondFactor: boolean },
) {
  const membership = await findFirstMembership(context.tx, person.personId)
  if (!membership) return wrongSignIn()
  const { studioId, studioName } = membership
  return enterStudio(context, means, { ...person, studio: { id: studioId, name: studioName } })
}
