import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import { shownOnce } from '#server/catalogue/secret-fields.ts'
import type { IdentityMeans } from './identity-means.ts'
import { owedFactor } from './owed-factor.ts'
import { ownPerson } from './own-person.ts'
import { findPerson } from './people-queries.ts'
import { secondFactorFirst } from './problems.ts'
import { setPendingSecret } from './second-factor-queries.ts'
import { authenticatorFor, newSecret, placeOf } from './second-factor.ts'
import { getStudio } from './studio-queries.ts'

const NAME = 'identity.begin-second-factor'

export function beginSecondFactor({ vault }: IdentityMeans) {
  return operation({
    name: NAME,
    summary:
      'Makes a secret for an authenticator app (TOTP, RFC 6238). It counts once confirm-second-factor has seen a code.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    input: z.strictObject({}),
    output: z.strictObject({
      secret: shownOnce(z.string().max(64)).describe('Base 32, to type in where no picture can be read.'),
      uri: shownOnce(z.string().max(600)).describe('otpauth://… for a QR code.'),
    }),
    examples: async () => [{}],
    async handle(_input, { tx, access, record }) {
      const { personId, studioId } = ownPerson({ access }, NAME)
      if (access?.waitsFor && (await owedFactor(tx, personId))) throw secondFactorFirst()
      const [person, studio] = await Promise.all([findPerson(tx, personId), getStudio(tx, studioId)])
      const { email } = present(person, 'the person signed in')
      const secret = newSecret()
      await setPendingSecret(tx, personId, await vault.seal(secret, placeOf(personId)))
      record({ type: 'identity.second-factor-begun', subjectId: personId })
      return { secret, uri: authenticatorFor(secret, { studio: studio.name, email }).toString() }
    },
  })
}
