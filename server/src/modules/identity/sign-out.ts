import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import { endSession } from './session-queries.ts'
import { raiseAccessEpoch } from './studio-queries.ts'

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
  async handle(_input, { tx, access, actor, record, issueTokens }) {
    const { studioId, sessionId } = present(access, 'signing out needs somebody signed in')
    if (sessionId) await endSession(tx, sessionId, 'signed-out')
    await raiseAccessEpoch(tx, studioId)
    record({ type: 'identity.person-signed-out', subjectId: actor.id })
    issueTokens(undefined)
    return { isSignedOut: true }
  },
})
