import { newId, type Id } from '#kernel/ids.ts'
import type { Credential, IssuedTokens } from '#server/catalogue/access.ts'
import type { Transaction } from '#server/database/database.ts'
import { insertSession } from './session-queries.ts'
import type { SessionTokens } from './tokens.ts'

const IDLE_MS = 24 * 60 * 60 * 1000
const LIFETIME_MS = 14 * 24 * 60 * 60 * 1000

/** A new family of tokens. They stand in no row: they follow from the session's id, its rotation and a key of the home. */
export async function startSession(
  tx: Transaction,
  { tokens }: { tokens: SessionTokens },
  given: {
    studioId: Id<'studio'>
    personId: Id<'person'>
    credential: Credential
    hasSecondFactor: boolean
  },
): Promise<IssuedTokens> {
  const sessionId = newId('session')
  const { address = '', userAgent = '' } = given.credential
  await insertSession(tx, {
    id: sessionId,
    studio_id: given.studioId,
    person_id: given.personId,
    user_agent: userAgent.slice(0, 400),
    address: address.slice(0, 60),
    idle_until: idleUntil(),
    expires_at: new Date(Date.now() + LIFETIME_MS).toISOString(),
    second_factor_at: given.hasSecondFactor ? new Date().toISOString() : null,
  })
  return { access: await tokens.accessToken(sessionId), refresh: tokens.refreshToken(sessionId, 0) }
}

export function idleUntil(): string {
  return new Date(Date.now() + IDLE_MS).toISOString()
}
