import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'

export async function insertReset(
  tx: Transaction,
  reset: {
    id: Id<'password_reset'>
    studio_id: Id<'studio'>
    person_id: Id<'person'>
    token_hash: string
    expires_at: string
  },
): Promise<void> {
  await tx.rows(query.insertInto('password_reset').values(reset))
}

/** Locked, so that it is used once. Visible to the transaction that presented the hash of its token. */
export async function lockReset(tx: Transaction, tokenHash: string) {
  return tx.find(
    query
      .selectFrom('password_reset')
      .select([
        'id',
        'person_id',
        'expires_at',
        'used_at',
        sql<boolean>`expires_at <= now()`.as('is_expired'),
      ])
      .where('token_hash', '=', tokenHash)
      .forUpdate(),
  )
}

/** This one, and every other that the person asked for meanwhile. */
export async function closeResets(tx: Transaction, personId: Id<'person'>): Promise<void> {
  await tx.rows(
    query
      .updateTable('password_reset')
      .set({ used_at: sql`now()` })
      .where('person_id', '=', personId)
      .where('used_at', 'is', null)
      .where('expires_at', '>', sql<string>`now()`),
  )
}

export async function findResetToMail(tx: Transaction, id: Id<'password_reset'>) {
  return tx.find(
    query
      .selectFrom('password_reset')
      .innerJoin('person', 'person.id', 'password_reset.person_id')
      .leftJoin('person_preference', 'person_preference.person_id', 'person.id')
      .select([
        'person.email',
        'person.display_name',
        'person_preference.language',
        'password_reset.expires_at',
      ])
      .where('password_reset.id', '=', id)
      .where('password_reset.used_at', 'is', null)
      .where('password_reset.expires_at', '>', sql<string>`now()`),
  )
}
