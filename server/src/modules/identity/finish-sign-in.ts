import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import { secret } from '#server/catalogue/secret-fields.ts'
import type { IdentityMeans } from './identity-means.ts'
import { findPerson } from './people-queries.ts'
import { challengeEnded, wrongCode } from './problems.ts'
import { Code, SignedIn } from './schema.ts'
import { useCode } from './second-factor.ts'
import { checkGuard, noteFailure, noteSuccess } from './sign-in-guard.ts'
import { finish, signIn } from './sign-in.ts'

export function finishSignIn(means: IdentityMeans) {
  return operation({
    name: 'identity.finish-sign-in',
    summary: 'The second step of signing in: a code of the authenticator, or a recovery code.',
    effect: 'write',
    scope: { of: 'public' },
    permission: 'public',
    risk: 'none',
    input: z.strictObject({
      challenge: secret(z.string().max(600)).describe('What identity.sign-in gave.'),
      code: Code,
    }),
    output: SignedIn,
    examples: async (factory) => {
      const { email, password } = factory.self
      const { challenge } = await factory.invoke(signIn(means), { email, password })
      return [
        {
          challenge: present(challenge, 'the person has a second factor'),
          code: factory.codeOf(factory.self),
        },
      ]
    },
    async handle({ challenge, code }, context) {
      const { tx } = context
      const personId = await means.tokens.readChallenge(challenge)
      if (!personId) throw challengeEnded()
      await checkGuard(tx, personId)
      await tx.enter({ personId })
      if (!(await useCode(tx, means, { personId, code }))) {
        await noteFailure(tx, personId)
        return wrongCode()
      }
      await noteSuccess(tx, personId)
      await tx.enter({ personId })
      const { display_name: name } = present(await findPerson(tx, personId), 'the person of the challenge')
      return finish(context, means, { personId, name, hasSecondFactor: true })
    },
  })
}
