import { sql } from 'kysely'
import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { EVENTS, RUNS } from '#server/database/signals.ts'

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
  studio: { id: Id<'studio'>; name: string; is_demo?: boolean },
): Promise<void> {
  await tx.rows(query.insertInto('studio').values(studio))
  // Its standing runs are begun at once, and not at the worker's next look.
  tx.announce(RUNS, studio.id)
}

export async function getStudio(tx: Transaction, studioId: Id<'studio'>) {
  const row = await tx.find(
    query
      .selectFrom('studio')
      .select(['id', 'name', 'access_epoch', 'may_analysts_omit_second_factor', 'is_demo'])
      .where('id', '=', studioId),
  )
  return present(row, `studio ${studioId} is gone`)
}

export async function setAnalystsRule(
  tx: Transaction,
  studioId: Id<'studio'>,
  mayOmit: boolean,
): Promise<void> {
  await tx.rows(
    query.updateTable('studio').set({ may_analysts_omit_second_factor: mayOmit }).where('id', '=', studioId),
  )
}

/**
 * In the same transaction as any change to access: every process then reads rights anew. It is announced as events are,
 * for some changes record none, and open streams must hear of them too.
 */
export async function raiseAccessEpoch(tx: Transaction, studioId: Id<'studio'>): Promise<void> {
  tx.announce(EVENTS, studioId)
  await tx.rows(
    query
      .updateTable('studio')
      .set({ access_epoch: sql`access_epoch + 1` })
      .where('id', '=', studioId),
  )
}
