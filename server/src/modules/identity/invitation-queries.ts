import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'

export async function insertInvitation(
  tx: Transaction,
  invitation: {
    id: Id<'invitation'>
    studio_id: Id<'studio'>
    email: string
    display_name: string
    grants: string
    token_hash: string
    invited_by: string
    expires_at: string
  },
): Promise<string> {
  const [row] = await tx.rows(query.insertInto('invitation').values(invitation).returning('created_at'))
  return row?.created_at ?? ''
}

function open() {
  return query
    .selectFrom('invitation')
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
}

/** Locked, so that it is accepted once. Visible to the transaction that presented the hash of its token. */
export async function lockInvitation(tx: Transaction, tokenHash: string) {
  return tx.find(
    open()
      .select(['id', 'studio_id', 'email', 'display_name', 'grants'])
      .where('token_hash', '=', tokenHash)
      .forUpdate(),
  )
}

export async function findInvitation(tx: Transaction, id: Id<'invitation'>) {
  return tx.find(open().select(['id', 'email']).where('id', '=', id))
}

/** What its mail says; undefined where it is no longer open. */
export async function findInvitationToMail(tx: Transaction, id: Id<'invitation'>) {
  return tx.find(
    open()
      .innerJoin('studio', 'studio.id', 'invitation.studio_id')
      .select([
        'invitation.email',
        'invitation.display_name',
        'invitation.expires_at',
        'studio.name as studio_name',
      ])
      .where('invitation.id', '=', id),
  )
}

export async function closeInvitation(
  tx: Transaction,
  id: Id<'invitation'>,
  how: 'accepted_at' | 'withdrawn_at',
): Promise<void> {
  await tx.rows(
    query
      .updateTable('invitation')
      .set({ [how]: sql`now()` })
      .where('id', '=', id),
  )
}

export async function pageOfInvitations(tx: Transaction, after: string[] | undefined, limit: number) {
  let statement = open()
    .select(['id', 'email', 'display_name', 'grants', 'created_at', 'expires_at'])
    .orderBy('id')
    .limit(limit)
  if (after) statement = statement.where(sql<boolean>`id > ${after[0]}`)
  return tx.rows(statement)
}

export async function countInvitations(tx: Transaction): Promise<number> {
  const row = await tx.find(open().select(sql<number>`count(*)::int`.as('total')))
  return row?.total ?? 0
}
