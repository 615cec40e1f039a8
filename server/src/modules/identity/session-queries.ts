import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'

export interface NewSession {
  id: Id<'session'>
  studio_id: Id<'studio'>
  person_id: Id<'person'>
  user_agent: string
  address: string
  idle_until: string
  expires_at: string
  second_factor_at: string | null
}

export async function insertSession(tx: Transaction, session: NewSession): Promise<void> {
  await tx.rows(query.insertInto('session').values(session))
}

/** A session that is still good; visible to the transaction that presented its id. */
export async function findOpenSession(tx: Transaction, sessionId: Id<'session'>) {
  return tx.find(
    query
      .selectFrom('session')
      .select([
        'id',
        'studio_id',
        'person_id',
        'rotation',
        'rotated_at',
        'idle_until',
        'expires_at',
        'second_factor_at',
      ])
      .where('id', '=', sessionId)
      .where('revoked_at', 'is', null)
      .where('idle_until', '>', sql<string>`now()`)
      .where('expires_at', '>', sql<string>`now()`),
  )
}

/** Locks the session: of two renewals at once, one rotates and the other sees that it came second. */
export async function lockOpenSession(tx: Transaction, sessionId: Id<'session'>) {
  return tx.find(
    query
      .selectFrom('session')
      .select(['id', 'studio_id', 'person_id', 'rotation', 'rotated_at', 'expires_at'])
      .where('id', '=', sessionId)
      .where('revoked_at', 'is', null)
      .where('idle_until', '>', sql<string>`now()`)
      .where('expires_at', '>', sql<string>`now()`)
      .forUpdate(),
  )
}

export async function rotateSession(
  tx: Transaction,
  sessionId: Id<'session'>,
  idleUntil: string,
): Promise<void> {
  await tx.rows(
    query
      .updateTable('session')
      .set({ rotation: sql`rotation + 1`, rotated_at: sql`now()`, idle_until: idleUntil })
      .where('id', '=', sessionId),
  )
}

export type EndReason = 'signed-out' | 'revoked' | 'token-reused' | 'membership-ended'

export async function endSession(
  tx: Transaction,
  sessionId: Id<'session'>,
  because: EndReason,
): Promise<void> {
  await tx.rows(
    query
      .updateTable('session')
      .set({ revoked_at: sql`now()`, ended_because: because })
      .where('id', '=', sessionId)
      .where('revoked_at', 'is', null),
  )
}

/** All sessions of the person in this studio, but for one where it is named. */
export async function endSessionsOf(
  tx: Transaction,
  given: { personId: Id<'person'>; studioId: Id<'studio'>; because: EndReason; except?: Id<'session'> },
): Promise<void> {
  let statement = query
    .updateTable('session')
    .set({ revoked_at: sql`now()`, ended_because: given.because })
    .where('person_id', '=', given.personId)
    .where('studio_id', '=', given.studioId)
    .where('revoked_at', 'is', null)
  if (given.except) statement = statement.where('id', '!=', given.except)
  await tx.rows(statement)
}

export async function setSecondFactorGiven(tx: Transaction, sessionId: Id<'session'>): Promise<void> {
  await tx.rows(
    query
      .updateTable('session')
      .set({ second_factor_at: sql`now()` })
      .where('id', '=', sessionId),
  )
}

/** True where the person proved who they are within that time. */
export async function hasJustSignedIn(
  tx: Transaction,
  sessionId: Id<'session'>,
  minutes: number,
): Promise<boolean> {
  const row = await tx.find(
    query
      .selectFrom('session')
      .select('id')
      .where('id', '=', sessionId)
      .where(sql<boolean>`created_at > now() - make_interval(mins => ${minutes})`),
  )
  return row !== undefined
}

export async function pageOfSessions(
  tx: Transaction,
  personId: Id<'person'>,
  after: string[] | undefined,
  limit: number,
) {
  let statement = openSessions(personId)
    .select([
      'id',
      'address',
      'user_agent',
      'second_factor_at',
      'created_at',
      'rotated_at',
      'idle_until',
      'expires_at',
    ])
    .orderBy('id', 'desc')
    .limit(limit)
  if (after) statement = statement.where(sql<boolean>`id < ${after[0]}`)
  return tx.rows(statement)
}

export async function countSessions(tx: Transaction, personId: Id<'person'>): Promise<number> {
  const row = await tx.find(openSessions(personId).select(sql<number>`count(*)::int`.as('total')))
  return row?.total ?? 0
}

/** True where it was this person's. */
export async function isSessionOf(
  tx: Transaction,
  sessionId: Id<'session'>,
  personId: Id<'person'>,
): Promise<boolean> {
  const row = await tx.find(openSessions(personId).select('id').where('id', '=', sessionId))
  return row !== undefined
}

function openSessions(personId: Id<'person'>) {
  return query
    .selectFrom('session')
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('idle_until', '>', sql<string>`now()`)
    .where('expires_at', '>', sql<string>`now()`)
}
