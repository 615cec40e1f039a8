import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'

/** Row-level security shows a person's second factor to transactions of that person only. Locked: a code works once. */
export async function lockSecondFactor(tx: Transaction, personId: Id<'person'>) {
  return tx.find(
    query
      .selectFrom('second_factor')
      .select(['sealed_secret', 'pending_secret', 'last_step', 'recovery_hashes'])
      .where('person_id', '=', personId)
      .forUpdate(),
  )
}

export async function setPendingSecret(
  tx: Transaction,
  personId: Id<'person'>,
  pending: string,
): Promise<void> {
  await tx.rows(
    query
      .insertInto('second_factor')
      .values({ person_id: personId, pending_secret: pending, sealed_secret: null, recovery_hashes: [] })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ pending_secret: pending })),
  )
}

export async function setSecondFactor(
  tx: Transaction,
  personId: Id<'person'>,
  values: {
    sealed_secret?: string | null
    pending_secret?: string | null
    last_step?: bigint
    recovery_hashes?: string[]
  },
): Promise<void> {
  await tx.rows(query.updateTable('second_factor').set(values).where('person_id', '=', personId))
}
