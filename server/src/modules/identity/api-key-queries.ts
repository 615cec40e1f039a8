import { sql } from 'kysely'
import { idFrom, type Id } from '#kernel/ids.ts'
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
    is_drafts_only: boolean
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
      .select(['id', 'studio_id', 'name', 'expires_at', 'is_drafts_only'])
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

/** Keys that made the key that made the key …: further than this nobody looks. */
const MAKERS_MAX = 20

/** Whose hand a key is: the person who made it, or who made the key that made it. */
export async function findPersonBehind(
  tx: Transaction,
  id: Id<'api_key'>,
): Promise<Id<'person'> | undefined> {
  const [row] = await tx.prepared<{ created_by: string }>(SELECT_PERSON_BEHIND, [id, MAKERS_MAX])
  return row && idFrom('person', row.created_by)
}

const SELECT_PERSON_BEHIND = `with recursive maker (created_by, step) as (
    select created_by, 1 from api_key where id = $1
    union all
    select api_key.created_by, maker.step + 1 from maker join api_key on api_key.id = maker.created_by where maker.step < $2)
  select created_by from maker where created_by like 'per\\_%' limit 1`

function apiKeys() {
  return query
    .selectFrom('api_key')
    .select(['id', 'name', 'created_at', 'expires_at', 'last_used_at', 'revoked_at', 'is_drafts_only'])
}
