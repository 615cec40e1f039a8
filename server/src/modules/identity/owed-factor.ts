import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { IdentityMeans } from './identity-means.ts'
import { countPasskeys } from './passkey-queries.ts'
import { lockSecondFactor } from './second-factor-queries.ts'

/**
 * What somebody who gave the right password still owes: a code where they have an authenticator, a passkey where that is
 * their only second factor. Undefined where they have set up neither. The transaction acts as the person.
 */
export async function owedFactor(
  tx: Transaction,
  personId: Id<'person'>,
): Promise<'second-factor' | 'passkey' | undefined> {
  const factor = await lockSecondFactor(tx, personId)
  if (factor?.sealed_secret) return 'second-factor'
  return (await countPasskeys(tx, personId)) > 0 ? 'passkey' : undefined
}

/** What sign-in answers them: no session yet. A passkey signs in by itself, so it needs no challenge of a password. */
export async function owing(
  { tokens }: Pick<IdentityMeans, 'tokens'>,
  { next, personId }: { next: 'second-factor' | 'passkey'; personId: Id<'person'> },
) {
  const challenge = next === 'second-factor' ? await tokens.challenge(personId) : null
  return { next, challenge, studio: null, displayName: null }
}
