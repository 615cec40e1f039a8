import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { literally } from '#server/database/like-pattern.ts'
import { GRANTING_ROLES, type Role } from './roles.ts'

export async function insertPerson(
  tx: Transaction,
  person: { id: Id<'person'>; email: string; display_name: string; password_hash: string },
): Promise<void> {
  await tx.rows(query.insertInto('person').values(person))
}

/** Row-level security shows the person whose address the transaction presented, and no other. */
export async function findPersonByEmail(tx: Transaction, email: string) {
  return tx.find(
    query.selectFrom('person').select(['id', 'display_name', 'password_hash']).where('email', '=', email),
  )
}

export async function findPerson(tx: Transaction, personId: Id<'person'>) {
  return tx.find(
    query
      .selectFrom('person')
      .select(['id', 'display_name', 'password_hash', 'email'])
      .where('id', '=', personId),
  )
}

export async function setPasswordHash(
  tx: Transaction,
  personId: Id<'person'>,
  passwordHash: string,
): Promise<void> {
  await tx.rows(query.updateTable('person').set({ password_hash: passwordHash }).where('id', '=', personId))
}

/** Joins the studio, or joins it again after leaving; returns the membership. */
export async function ensureMembership(
  tx: Transaction,
  membership: { id: Id<'membership'>; studio_id: Id<'studio'>; person_id: Id<'person'> },
): Promise<Id<'membership'>> {
  const [row] = await tx.rows(
    query
      .insertInto('membership')
      .values(membership)
      .onConflict((conflict) => conflict.columns(['studio_id', 'person_id']).doUpdateSet({ ended_at: null }))
      .returning('id'),
  )
  return row?.id ?? membership.id
}

export async function setMembershipEnded(
  tx: Transaction,
  { personId, studioId, hasEnded }: { personId: Id<'person'>; studioId: Id<'studio'>; hasEnded: boolean },
): Promise<void> {
  await tx.rows(
    query
      .updateTable('membership')
      .set({ ended_at: hasEnded ? sql<string>`now()` : null })
      .where('person_id', '=', personId)
      .where('studio_id', '=', studioId),
  )
}

/** The membership in the studio that the transaction has entered, ended or not. */
export async function findMembership(tx: Transaction, personId: Id<'person'>, studioId: Id<'studio'>) {
  return tx.find(
    query
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .select([
        'membership.id',
        'membership.ended_at',
        'membership.created_at',
        'person.display_name',
        'person.email',
      ])
      .where('membership.person_id', '=', personId)
      .where('membership.studio_id', '=', studioId),
  )
}

/** How many studios the person belongs to; the transaction must have entered as that person. */
export async function countMemberships(tx: Transaction, personId: Id<'person'>): Promise<number> {
  const row = await tx.find(
    query
      .selectFrom('membership')
      .select(sql<number>`count(*)::int`.as('total'))
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null),
  )
  return row?.total ?? 0
}

/** The studios that the person belongs to; the transaction must have entered as that person. */
export async function studiosOf(tx: Transaction, personId: Id<'person'>): Promise<Id<'studio'>[]> {
  const rows = await tx.rows(
    query
      .selectFrom('membership')
      .select('studio_id')
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .orderBy('studio_id'),
  )
  return rows.map(({ studio_id }) => studio_id)
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

/**
 * Of those with whom the studio was founded, who still holds this role on the whole of it; joined in the same transaction,
 * they share its instant.
 */
export async function findFounder(tx: Transaction, studioId: Id<'studio'>, role: Role) {
  return tx.find(
    query
      .selectFrom('membership')
      .innerJoin('studio', (join) =>
        join
          .onRef('studio.id', '=', 'membership.studio_id')
          .onRef('studio.founded_at', '=', 'membership.created_at'),
      )
      .innerJoin('person', 'person.id', 'membership.person_id')
      .innerJoin('access_grant', 'access_grant.membership_id', 'membership.id')
      .select(['person.id', 'person.display_name as name', 'studio.name as studioName'])
      .where('membership.studio_id', '=', studioId)
      .where('membership.ended_at', 'is', null)
      .where('access_grant.role', '=', role)
      .where('access_grant.covers', 'is', null)
      .orderBy('membership.id')
      .limit(1),
  )
}

export async function pageOfMembers(
  tx: Transaction,
  studioId: Id<'studio'>,
  after: string[] | undefined,
  limit: number,
) {
  let statement = query
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select([
      'person.id',
      'person.display_name',
      'person.email',
      'membership.created_at',
      'membership.id as membershipId',
    ])
    .where('membership.studio_id', '=', studioId)
    .where('membership.ended_at', 'is', null)
    .orderBy(sql`person.display_name collate "und-x-icu"`)
    .orderBy('person.id')
    .limit(limit)
  if (after) {
    statement = statement.where(
      sql<boolean>`(person.display_name collate "und-x-icu", person.id) > (${after[0]}, ${after[1]})`,
    )
  }
  return tx.rows(statement)
}

export async function countMembers(tx: Transaction, studioId: Id<'studio'>): Promise<number> {
  const row = await tx.find(
    query
      .selectFrom('membership')
      .select(sql<number>`count(*)::int`.as('total'))
      .where('studio_id', '=', studioId)
      .where('ended_at', 'is', null),
  )
  return row?.total ?? 0
}

/** Those of them who belong to the studio now, by their ids; a person's other studios are looked past. */
export async function namesOfMembers(tx: Transaction, ids: Id<'person'>[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.prepared<{ id: string; name: string }>(
    `select person.id, display_name as name from membership join person on person.id = membership.person_id
     where person.id = any ($1) and studio_id = current_studio() and ended_at is null`,
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Names of at most five people in the studio who can grant rights. */
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

const MEMBERS_MAX = 1000

/** Who belongs to the studio now, by name: only these ids, or those whose name has these words. */
export async function membersNamed(
  tx: Transaction,
  { ids, named }: { ids?: readonly string[] | undefined; named?: string | undefined },
) {
  let statement = query
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id', 'person.display_name as name', 'membership.id as membershipId'])
    .where(sql<boolean>`membership.studio_id = current_studio() and membership.ended_at is null`)
    .orderBy(sql`person.display_name collate "und-x-icu"`)
    .orderBy('person.id')
    .limit(MEMBERS_MAX)
  if (ids) statement = statement.where(sql<boolean>`person.id = any (${ids})`)
  if (named !== undefined) {
    const literal = literally(named)
    statement = statement.where(sql<boolean>`person.display_name ilike ${`%${literal}%`}`)
  }
  return tx.rows(statement)
}
