import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { listSessions } from './list-sessions.ts'
import { ownPerson } from './own-person.ts'
import { sessionNotFound } from './problems.ts'
import { endSession, isSessionOf } from './session-queries.ts'
import { raiseAccessEpoch } from './studio-queries.ts'

const NAME = 'identity.revoke-session'

export const revokeSession = operation({
  name: NAME,
  summary: 'Ends one of your own sessions, for example on a lost laptop. Its next request is refused.',
  effect: 'write',
  scope: { of: 'covered' },
  permission: 'identity.use-own',
  risk: 'none',
  input: z.strictObject({ sessionId: id('session') }),
  output: z.strictObject({ sessionId: id('session') }),
  examples: async (factory) => {
    const { items } = await factory.invoke(listSessions, {})
    const other = items.find(({ isCurrent }) => !isCurrent)
    return [{ sessionId: present(other, 'a second session of the person').id }]
  },
  async handle({ sessionId }, { tx, access, record }) {
    const { personId, studioId } = ownPerson({ access }, NAME)
    if (!(await isSessionOf(tx, sessionId, personId))) throw sessionNotFound(sessionId)
    await endSession(tx, sessionId, 'revoked')
    await raiseAccessEpoch(tx, studioId)
    record({ type: 'identity.session-revoked', subjectId: sessionId })
    return { sessionId }
  },
})
