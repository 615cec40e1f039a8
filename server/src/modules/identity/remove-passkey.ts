import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { examplePasskey } from './add-passkey.ts'
import type { IdentityMeans } from './identity-means.ts'
import { ownPerson } from './own-person.ts'
import { deletePasskey, findPasskey, lockPasskeysOf } from './passkey-queries.ts'
import { hasOneFactor } from './passkeys-shown.ts'
import { onlyFactor, passkeyNotFound, secondFactorFirst } from './problems.ts'

const NAME = 'identity.remove-passkey'

export function removePasskey(means: IdentityMeans) {
  return operation({
    name: NAME,
    summary:
      'Removes one of your own passkeys, for example of a lost phone; it opens nothing any more. The only second factor stays.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    input: z.strictObject({ passkeyId: id('passkey') }),
    output: z.strictObject({ passkeyId: id('passkey') }),
    examples: async (factory) => [{ passkeyId: await examplePasskey(factory, means) }],
    async handle({ passkeyId }, { tx, access, record }) {
      const { personId } = ownPerson({ access }, NAME)
      if (access?.waitsFor) throw secondFactorFirst()
      await lockPasskeysOf(tx, personId)
      const passkey = await findPasskey(tx, personId, passkeyId)
      if (!passkey) throw passkeyNotFound(passkeyId)
      if (await hasOneFactor(tx, personId)) throw onlyFactor()
      await deletePasskey(tx, passkeyId)
      record({
        type: 'identity.passkey-removed',
        subjectId: personId,
        before: { id: passkeyId, label: passkey.label },
      })
      return { passkeyId }
    },
  })
}
