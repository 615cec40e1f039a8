import { sql } from 'kysely'
import { query, type Transaction } from '#server/database/database.ts'

/** False while another transaction tries the same: a hundred tries at once would otherwise all pass before one is counted. */
export async function lockGuard(tx: Transaction, subject: string): Promise<boolean> {
  const [row] = await tx.prepared<{ locked: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as locked',
    [subject],
  )
  return row?.locked ?? false
}

/** The transaction must have presented the subject. */
export async function findGuard(tx: Transaction, subject: string) {
  return tx.find(
    query.selectFrom('sign_in_guard').select(['failures', 'last_failure_at']).where('subject', '=', subject),
  )
}

/** Adds a failure; those of more than a day ago are forgotten. */
export async function addFailure(tx: Transaction, subject: string): Promise<void> {
  await tx.rows(
    query
      .insertInto('sign_in_guard')
      .values({ subject, failures: 1, last_failure_at: sql<string>`now()` })
      .onConflict((conflict) =>
        conflict.column('subject').doUpdateSet({
          failures: sql`case when sign_in_guard.last_failure_at < now() - interval '1 day' then 1 else sign_in_guard.failures + 1 end`,
          last_failure_at: sql`now()`,
        }),
      ),
  )
}

export async function clearFailures(tx: Transaction, subject: string): Promise<void> {
  await tx.rows(query.updateTable('sign_in_guard').set({ failures: 0 }).where('subject', '=', subject))
}
