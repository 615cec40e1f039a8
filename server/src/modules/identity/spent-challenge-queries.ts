import { query, type Transaction } from '#server/database/database.ts'

const SWEPT_AT_ONCE = 100
/** One sweep at a time: two that delete the same rows in another order would wait for each other. */
const SWEEP = `with free as (select pg_try_advisory_xact_lock(hashtextextended('sweep of spent challenges', 0)) as is_ours)
  delete from spent_challenge where challenge_hash in (
    select challenge_hash from spent_challenge, free where is_ours and expires_at <= now() limit $1)`

/** False where it was answered before. The transaction must have presented the hash. */
export async function spendChallenge(
  tx: Transaction,
  challenge: { challenge_hash: string; expires_at: string },
): Promise<boolean> {
  const rows = await tx.rows(
    query
      .insertInto('spent_challenge')
      .values(challenge)
      .onConflict((conflict) => conflict.doNothing())
      .returning('challenge_hash'),
  )
  return rows.length === 1
}

/** Each sign-in takes away what has expired, so that the table holds about five minutes of them. */
export async function sweepSpentChallenges(tx: Transaction): Promise<void> {
  await tx.prepared(SWEEP, [SWEPT_AT_ONCE])
}
