import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'

export async function insertApiKey(
  tx: Transaction,
  key: {
    id: Id<'api_key'>
    studio_id: Id<'studio'>
    name: string
    token_hash: string
    created_by: string
    expires_at: string
  },
): Promise<string> {
  const [row] = await tx.rows(query.insertInto('api_key').values(key).returning('created_at'))
  return row?.created_at ?? ''
}

/** A key that is still good; visible to the transaction that presented the hash of its token. */
export async function findOpenApiKey(tx: Transaction, tokenHash: string) {
  return tx.find(
    query
      .selectFrom('api_key')
      .select(['id', 'studio_id', 'name', 'expires_at'])
      .where('token_hash', '=', tokenHash)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', sql<string>`now()`),
  )
}

export async function findApiKey(tx: Transaction, id: Id<'api_key'>) {
  return tx.find(apiKeys().where('id', '=', id))
}

export async function setKeyRevoked(tx: Transaction, id: Id<'api_key'>): Promise<void> {
  await tx.rows(
    query
      .updateTable('api_key')
      .set({ revoked_at: sql`now()` })
      .where('id', '=', id),
  )
}

export async function setKeyUsed(tx: Transaction, id: Id<'api_key'>): Promise<void> {
  await tx.rows(
    query
      .updateTable('api_key')
      .set({ last_used_at: sql`now()` })
      .where('id', '=', id),
  )
}

export async function pageOfApiKeys(tx: Transaction, after: string[] | undefined, limit: number) {
  let statement = apiKeys().orderBy('id', 'desc').limit(limit)
  if (after) statement = statement.where(sql<boolean>`id < ${after[0]}`)
  return tx.rows(statement)
}

export async function countApiKeys(tx: Transaction): Promise<number> {
  const row = await tx.find(query.selectFrom('api_key').select(sql<number>`count(*)::int`.as('total')))
  return row?.total ?? 0
}

function apiKeys() {
  return query
    .selectFrom('api_key')
    .select(['id', 'name', 'created_at', 'expires_at', 'last_used_at', 'revoked_at'])
}
