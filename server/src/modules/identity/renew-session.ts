import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { IdentityMeans } from './identity-means.ts'
import { findPerson } from './people-queries.ts'
import { renewedElsewhere, sessionEnded } from './problems.ts'
import { endSession, lockOpenSession, rotateSession } from './session-queries.ts'
import { idleUntil } from './start-session.ts'
import { raiseAccessEpoch } from './studio-queries.ts'

/** Two windows of one browser may renew in the same moment; the later one is told so, and gets no token for it. */
const TOGETHER_MS = 10_000

export function renewSession({ tokens }: IdentityMeans) {
  return operation({
    name: 'identity.renew-session',
    summary:
      'Gives a browser new tokens for the refresh token in its cookie. Each works once; an old one ends the session.',
    effect: 'write',
    scope: { of: 'public' },
    permission: 'public',
    risk: 'none',
    input: z.strictObject({}),
    output: z.strictObject({ isRenewed: z.literal(true) }),
    examples: async () => [{}],
    async handle(_input, { tx, credential, becomes, record, issueTokens }) {
      const given = tokens.readRefreshToken(credential.refreshToken ?? '')
      if (!given) throw sessionEnded()
      const { sessionId, rotation } = given
      await tx.enter({ presented: sessionId })
      const session = await lockOpenSession(tx, sessionId)
      if (!session) throw sessionEnded()
      const { studio_id: studioId, person_id: personId } = session
      await tx.enter({ studioId, personId })
      if (rotation !== session.rotation) {
        const isTogether =
          rotation === session.rotation - 1 && Date.now() - Date.parse(session.rotated_at) < TOGETHER_MS
        if (isTogether) throw renewedElsewhere()
        // Somebody else holds a copy: whoever it is, the whole family of tokens ends (RFC 9700, section 4.14.2).
        await endSession(tx, sessionId, 'token-reused')
        await raiseAccessEpoch(tx, studioId)
        return sessionEnded()
      }
      const { display_name: name } = present(await findPerson(tx, personId), 'the person of the session')
      await becomes({ studioId, personId, actor: { kind: 'person', id: personId, name } })
      await rotateSession(tx, sessionId, idleUntil())
      record({ type: 'identity.session-renewed', subjectId: sessionId })
      issueTokens({
        access: await tokens.accessToken(sessionId),
        refresh: tokens.refreshToken(sessionId, rotation + 1),
      })
      return { isRenewed: true as const }
    },
  })
}
