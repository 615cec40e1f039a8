import { sql } from 'kysely'
import { query, type Transaction } from '#server/database/database.ts'
import type { Id } from '#kernel/ids.ts'
import { present } from '#kernel/assert.ts'
import { GRANTING_ROLES } from './roles.ts'

export async function isFounded(tx: Transaction): Promise<boolean> {
  return (await findFirstStudio(tx)) !== undefined
}

export async function findFirstStudio(tx: Transaction): Promise<Id<'studio'> | undefined> {
  const row = await tx.find(query.selectFrom('installation').select('first_studio_id'))
  return row?.first_studio_id
}

/** False where another founder was first: the one row of `installation` decides. */
export async function claimInstallation(tx: Transaction, studioId: Id<'studio'>): Promise<boolean> {
  const rows = await tx.rows(
    query
      .insertInto('installation')
      .values({ first_studio_id: studioId })
      .onConflict((conflict) => conflict.doNothing())
      .returning('first_studio_id'),
  )
  return rows.length === 1
}

export async function insertStudio(
  tx: Transaction,
  studio: { id: Id<'studio'>; name: string },
): Promise<void> {
  await tx.rows(query.insertInto('studio').values(studio))
}

export async function insertPerson(
  tx: Transaction,
  person: { id: Id<'person'>; email: string; display_name: string; password_hash: string },
): Promise<void> {
  await tx.rows(query.insertInto('person').values(person))
}

export async function insertMembership(
  tx: Transaction,
  membership: { id: Id<'membership'>; studio_id: Id<'studio'>; person_id: Id<'person'> },
): Promise<void> {
  await tx.rows(query.insertInto('membership').values(membership))
}

export async function insertGrant(
  tx: Transaction,
  grant: {
    id: Id<'grant'>
    studio_id: Id<'studio'>
    membership_id: Id<'membership'>
    role: 'owner' | 'admin' | 'finance' | 'operator' | 'analyst' | 'auditor'
    covers: string | null
  },
): Promise<void> {
  await tx.rows(query.insertInto('access_grant').values(grant))
}

export async function insertSession(
  tx: Transaction,
  session: {
    id: Id<'session'>
    studio_id: Id<'studio'>
    person_id: Id<'person'>
    token_hash: string
    user_agent: string
    expires_at: string
  },
): Promise<void> {
  await tx.rows(query.insertInto('session').values(session))
}

/** Row-level security shows the person whose address the transaction presented, and no other. */
export async function findPersonByEmail(tx: Transaction, email: string) {
  return tx.find(
    query.selectFrom('person').select(['id', 'display_name', 'password_hash']).where('email', '=', email),
  )
}

/** The studio that the person has belonged to longest. */
export async function findFirstMembership(tx: Transaction, personId: Id<'person'>) {
  return tx.find(
    query
      .selectFrom('membership')
      .innerJoin('studio', 'studio.id', 'membership.studio_id')
      .select(['studio.id as studioId', 'studio.name as studioName'])
      .where('membership.person_id', '=', personId)
      .where('membership.ended_at', 'is', null)
      .orderBy('membership.created_at')
      .limit(1),
  )
}

export async function findSession(tx: Transaction, tokenHash: string) {
  return tx.find(
    query
      .selectFrom('session')
      .select(['id', 'studio_id', 'person_id', 'expires_at'])
      .where('token_hash', '=', tokenHash)
      .where('revoked_at', 'is', null),
  )
}

export async function revokeSession(tx: Transaction, tokenHash: string): Promise<void> {
  await tx.rows(
    query
      .updateTable('session')
      .set({ revoked_at: sql`now()` })
      .where('token_hash', '=', tokenHash),
  )
}

/** In the same transaction as any change to access: every process then reads rights anew. */
export async function raiseAccessEpoch(tx: Transaction, studioId: Id<'studio'>): Promise<void> {
  await tx.rows(
    query
      .updateTable('studio')
      .set({ access_epoch: sql`access_epoch + 1` })
      .where('id', '=', studioId),
  )
}

export async function getStudio(tx: Transaction, studioId: Id<'studio'>) {
  const row = await tx.find(
    query.selectFrom('studio').select(['id', 'name', 'access_epoch']).where('id', '=', studioId),
  )
  return present(row, `studio ${studioId} is gone`)
}

/** The person and their grants in the studio that the transaction has entered; no rows once the membership ended. */
export async function listGrants(tx: Transaction, personId: Id<'person'>) {
  return tx.rows(
    query
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .innerJoin('access_grant', 'access_grant.membership_id', 'membership.id')
      .select(['person.display_name', 'access_grant.role', 'access_grant.covers'])
      .where('membership.person_id', '=', personId)
      .where('membership.ended_at', 'is', null)
      .orderBy('access_grant.id')
      .limit(500),
  )
}

export async function listGranters(tx: Transaction): Promise<string[]> {
  const rows = await tx.rows(
    query
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .innerJoin('access_grant', 'access_grant.membership_id', 'membership.id')
      .select('person.display_name')
      .distinct()
      .where('access_grant.role', 'in', GRANTING_ROLES)
      .where('access_grant.covers', 'is', null)
      .where('membership.ended_at', 'is', null)
      .orderBy('person.display_name')
      .limit(5),
  )
  return rows.map(({ display_name }) => display_name)
}
