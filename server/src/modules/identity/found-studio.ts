import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { secret } from '#server/catalogue/secret-fields.ts'
import { foundFirst } from './found-first.ts'
import type { IdentityMeans } from './identity-means.ts'
import { hashPassword } from './password.ts'
import { setupCodeNeeded } from './problems.ts'
import { Email, NewPassword, SignedIn } from './schema.ts'
import { startSession } from './start-session.ts'
import { tokenHash } from './tokens.ts'

const Input = z.strictObject({
  studioName: line(120).describe('What the studio is called, for example "AI Boss Holdings".'),
  displayName: line(120).describe("The owner's name."),
  email: Email,
  password: NewPassword,
  setupCode: secret(z.string().max(40))
    .optional()
    .describe('Only from another machine: the code in the terminal.'),
})

/** The first studio and its owner. */
export function foundStudio(means: IdentityMeans) {
  return operation({
    name: 'identity.found-studio',
    summary:
      'Founds the first studio of this installation, with its owner, and signs the owner in. Works once.',
    effect: 'write',
    scope: { of: 'public' },
    permission: 'public',
    risk: 'none',
    input: Input,
    output: SignedIn,
    examples: async () => [
      {
        studioName: 'Second Studio',
        displayName: 'Grace Hopper',
        email: 'grace@example.com',
        password: 'correct horse battery',
      },
    ],
    async handle(given, context) {
      const { studioName, displayName, email } = given
      const { credential, issueTokens } = context
      if (!credential.isLocal && !isSameCode(given.setupCode ?? '', means.setupCode)) throw setupCodeNeeded()
      const passwordHash = await hashPassword(given.password)
      const { studioId, personIds } = await foundFirst(context, {
        studio: { name: studioName, isDemo: false },
        people: [{ role: 'owner', displayName, email, passwordHash }],
      })
      const personId = present(personIds[0], 'the owner')
      const session = { studioId, personId, credential, hasSecondFactor: false }
      issueTokens(await startSession(context.tx, means, session))
      const studio = { id: studioId, name: studioName }
      return { next: 'set-up-second-factor' as const, challenge: null, studio, displayName }
    },
  })
}

function isSameCode(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(tokenHash(given)), Buffer.from(tokenHash(expected)))
}
