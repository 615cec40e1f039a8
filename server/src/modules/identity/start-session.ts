import { newId, type Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { insertSession } from './identity-queries.ts'
import { newToken, tokenHash } from './tokens.ts'

const SESSION_LIFETIME_MS = 14 * 24 * 60 * 60 * 1000

/** Returns the token, which is stored nowhere: the row keeps its hash. */
export async function startSession(
  tx: Transaction,
  { studioId, personId }: { studioId: Id<'studio'>; personId: Id<'person'> },
): Promise<string> {
  const token = newToken('session')
  await insertSession(tx, {
    id: newId('session'),
    studio_id: studioId,
    person_id: personId,
    token_hash: tokenHash(token),
    user_agent: '',
    expires_at: new Date(Date.now() + SESSION_LIFETIME_MS).toISOString(),
  })
  return token
}
