import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

/** Two who take back one entry wait for each other here: nothing of an entry is ever updated, so its row cannot be locked. */
export async function lockEntry(tx: Transaction, id: Id<'entry'>): Promise<void> {
  await tx.prepared('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id])
}
