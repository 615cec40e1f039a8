import { z } from 'zod'
import { id, line } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { examplePasskey } from './add-passkey.ts'
import type { IdentityMeans } from './identity-means.ts'
import { ownPerson } from './own-person.ts'
import { findPasskey, setPasskeyLabel } from './passkey-queries.ts'
import { PasskeyLabel } from './passkey-schema.ts'
import { passkeyNotFound, secondFactorFirst } from './problems.ts'

const NAME = 'identity.rename-passkey'

export function renamePasskey(means: IdentityMeans) {
  return operation({
    name: NAME,
    summary: 'Gives one of your own passkeys another name, so that you know it when you see it.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: 'identity.use-own',
    risk: 'none',
    input: z.strictObject({ passkeyId: id('passkey'), label: PasskeyLabel }),
    output: z.strictObject({ passkeyId: id('passkey'), label: line(60), previous: line(60) }),
    examples: async (factory) => [{ passkeyId: await examplePasskey(factory, means), label: 'Phone' }],
    undo: ({ passkeyId }, { previous }) => ({ operation: NAME, input: { passkeyId, label: previous } }),
    async handle({ passkeyId, label }, { tx, access, record }) {
      const { personId } = ownPerson({ access }, NAME)
      if (access?.waitsFor) throw secondFactorFirst()
      const passkey = await findPasskey(tx, personId, passkeyId)
      if (!passkey) throw passkeyNotFound(passkeyId)
      const { label: previous } = passkey
      await setPasskeyLabel(tx, passkeyId, label)
      record({
        type: 'identity.passkey-renamed',
        subjectId: personId,
        before: { id: passkeyId, label: previous },
        after: { id: passkeyId, label },
      })
      return { passkeyId, label, previous }
    },
  })
}
