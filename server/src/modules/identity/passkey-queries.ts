import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'

export interface NewPasskey {
  id: Id<'passkey'>
  person_id: Id<'person'>
  credential_hash: string
  credential_id: string
  host: string
  public_key: Buffer
  counter: bigint
  transports: string[]
  device_type: 'single-device' | 'multi-device'
  is_backed_up: boolean
  label: string
}

/** False where the credential stands here already, with whomever. */
export async function insertPasskey(tx: Transaction, passkey: NewPasskey): Promise<boolean> {
  const rows = await tx.rows(
    query
      .insertInto('passkey')
      .values(passkey)
      .onConflict((conflict) => conflict.column('credential_hash').doNothing())
      .returning('id'),
  )
  return rows.length === 1
}

/** One change at a time to what passkeys a person has: neither the limit nor the last of them is passed by two at once. */
export async function lockPasskeysOf(tx: Transaction, personId: Id<'person'>): Promise<void> {
  await tx.prepared('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`passkeys ${personId}`])
}

/** Locked, so that two answers of one passkey are counted one after the other. Visible to whoever presented its hash. */
export async function lockPasskey(tx: Transaction, credentialHash: string) {
  return tx.find(
    query
      .selectFrom('passkey')
      .select(['id', 'person_id', 'credential_id', 'host', 'public_key', 'counter', 'transports'])
      .where('credential_hash', '=', credentialHash)
      .forUpdate(),
  )
}

export async function countPasskeys(tx: Transaction, personId: Id<'person'>): Promise<number> {
  const row = await tx.find(
    query
      .selectFrom('passkey')
      .select(sql<number>`count(*)::int`.as('total'))
      .where('person_id', '=', personId),
  )
  return row?.total ?? 0
}

/** What authenticators of the person hold for that host already. */
export async function credentialsOf(tx: Transaction, personId: Id<'person'>, host: string) {
  return tx.rows(
    query
      .selectFrom('passkey')
      .select(['credential_id', 'transports'])
      .where('person_id', '=', personId)
      .where('host', '=', host)
      .orderBy('id'),
  )
}

export async function findPasskey(tx: Transaction, personId: Id<'person'>, passkeyId: Id<'passkey'>) {
  return tx.find(shownPasskeys(personId).where('id', '=', passkeyId))
}

export async function pageOfPasskeys(
  tx: Transaction,
  personId: Id<'person'>,
  after: string[] | undefined,
  limit: number,
) {
  let statement = shownPasskeys(personId).orderBy('id', 'desc').limit(limit)
  if (after) statement = statement.where(sql<boolean>`id < ${after[0]}`)
  return tx.rows(statement)
}

export async function setPasskeyUsed(
  tx: Transaction,
  passkeyId: Id<'passkey'>,
  { counter, isBackedUp }: { counter: bigint; isBackedUp: boolean },
): Promise<void> {
  await tx.rows(
    query
      .updateTable('passkey')
      .set({ counter, is_backed_up: isBackedUp, last_used_at: sql<string>`now()` })
      .where('id', '=', passkeyId),
  )
}

export async function setPasskeyLabel(
  tx: Transaction,
  passkeyId: Id<'passkey'>,
  label: string,
): Promise<void> {
  await tx.rows(query.updateTable('passkey').set({ label }).where('id', '=', passkeyId))
}

export async function deletePasskey(tx: Transaction, passkeyId: Id<'passkey'>): Promise<void> {
  await tx.rows(query.deleteFrom('passkey').where('id', '=', passkeyId))
}

export async function deletePasskeysOf(tx: Transaction, personId: Id<'person'>): Promise<void> {
  await tx.rows(query.deleteFrom('passkey').where('person_id', '=', personId))
}

function shownPasskeys(personId: Id<'person'>) {
  return query
    .selectFrom('passkey')
    .select(['id', 'label', 'host', 'device_type', 'is_backed_up', 'created_at', 'last_used_at'])
    .where('person_id', '=', personId)
}
