import { sql } from 'kysely'
import { newId, type Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import type { Role } from './roles.ts'

/** Whose right it is: a person's by their membership, or a key's. */
export type Holder = { membership_id: Id<'membership'> } | { api_key_id: Id<'api_key'> }

export interface GrantRow {
  holder: string
  role: Role | null
  role_id: Id<'role'> | null
  role_name: string | null
  permissions: string[] | null
  covers: string | null
}

export interface NewGrant {
  role: Role | null
  role_id: Id<'role'> | null
  covers: string | null
}

const GRANTS_MAX = 50

export async function listGrants(tx: Transaction, holders: readonly string[]): Promise<GrantRow[]> {
  if (holders.length === 0) return []
  return tx.rows(
    query
      .selectFrom('access_grant')
      .leftJoin('role', 'role.id', 'access_grant.role_id')
      .select([
        sql<string>`coalesce(access_grant.membership_id, access_grant.api_key_id)`.as('holder'),
        'access_grant.role',
        'access_grant.role_id',
        'role.name as role_name',
        'role.permissions',
        'access_grant.covers',
      ])
      .where(sql<boolean>`coalesce(access_grant.membership_id, access_grant.api_key_id) = any (${holders})`)
      .orderBy('access_grant.id')
      .limit(holders.length * GRANTS_MAX),
  )
}

export async function insertGrants(
  tx: Transaction,
  { studioId, holder, grants }: { studioId: Id<'studio'>; holder: Holder; grants: readonly NewGrant[] },
): Promise<void> {
  const rows = grants.map((grant) => ({ id: newId('grant'), studio_id: studioId, ...holder, ...grant }))
  if (rows.length > 0) await tx.rows(query.insertInto('access_grant').values(rows))
}

export async function deleteGrants(tx: Transaction, membershipId: Id<'membership'>): Promise<void> {
  await tx.rows(query.deleteFrom('access_grant').where('membership_id', '=', membershipId))
}

/** People with the role owner on the whole studio, whose membership lasts; locked, so that two of them cannot both go. */
export async function lockOwners(tx: Transaction, studioId: Id<'studio'>): Promise<Id<'membership'>[]> {
  const rows = await tx.rows(
    query
      .selectFrom('access_grant')
      .innerJoin('membership', 'membership.id', 'access_grant.membership_id')
      .select('membership.id')
      .where('access_grant.studio_id', '=', studioId)
      .where('access_grant.role', '=', 'owner')
      .where('access_grant.covers', 'is', null)
      .where('membership.ended_at', 'is', null)
      .orderBy('membership.id')
      .forUpdate(['membership']),
  )
  return rows.map(({ id }) => id)
}

export async function insertRole(
  tx: Transaction,
  role: { id: Id<'role'>; studio_id: Id<'studio'>; name: string; permissions: string[] },
): Promise<boolean> {
  const rows = await tx.rows(
    query
      .insertInto('role')
      .values(role)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  )
  return rows.length === 1
}

export async function updateRolePermissions(
  tx: Transaction,
  roleId: Id<'role'>,
  permissions: string[],
): Promise<void> {
  await tx.rows(query.updateTable('role').set({ permissions }).where('id', '=', roleId))
}

export async function findRoles(tx: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx.rows(
    query
      .selectFrom('role')
      .select(['id', 'name', 'permissions'])
      .where(sql<boolean>`id = any (${ids})`)
      .limit(ids.length),
  )
}

export async function pageOfRoles(tx: Transaction, after: string[] | undefined, limit: number) {
  let statement = query.selectFrom('role').select(['id', 'name', 'permissions']).orderBy('id').limit(limit)
  if (after) statement = statement.where(sql<boolean>`id > ${after[0]}`)
  return tx.rows(statement)
}

export async function countRoles(tx: Transaction): Promise<number> {
  const row = await tx.find(query.selectFrom('role').select(sql<number>`count(*)::int`.as('total')))
  return row?.total ?? 0
}
