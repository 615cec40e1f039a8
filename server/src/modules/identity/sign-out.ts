import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import { raiseAccessEpoch, revokeSession } from './identity-queries.ts'
import { tokenHash } from './tokens.ts'

export const signOut = operation({
  name: 'identity.sign-out',
  summary: 'Ends the session that this request was made with. Its next request is refused, in every process.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'identity.use-own',
  risk: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ isSignedOut: z.boolean() }),
  examples: async () => [{}],
  async handle(_input, { tx, access, actor, credential, record, issueToken }) {
    const { studioId } = present(access, 'signing out needs somebody signed in')
    if (credential.token !== undefined) await revokeSession(tx, tokenHash(credential.token))
    await raiseAccessEpoch(tx, studioId)
    record({ type: 'identity.person-signed-out', subjectId: actor.id })
    issueToken(undefined)
    return { isSignedOut: true }
  },
})
