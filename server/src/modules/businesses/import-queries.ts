import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

/** What was checked waits here for its run; as JSON text, for nobody looks inside. */
export async function insertImport(
  tx: Transaction,
  given: { runId: Id<'run'>; studioId: Id<'studio'>; businesses: unknown[] },
): Promise<void> {
  await tx.prepared('insert into business_import (run_id, studio_id, businesses) values ($1, $2, $3)', [
    given.runId,
    given.studioId,
    JSON.stringify(given.businesses),
  ])
}

export async function findImport(tx: Transaction, runId: Id<'run'>): Promise<unknown> {
  const [row] = await tx.prepared<{ businesses: unknown }>(
    'select businesses from business_import where run_id = $1',
    [runId],
  )
  return row?.businesses
}

export async function deleteImport(tx: Transaction, runId: Id<'run'>): Promise<void> {
  await tx.prepared('delete from business_import where run_id = $1', [runId])
}

/** Of imports that cannot go on any more, or that nobody took up again for so many days. */
export async function deleteImportsLeftBehind(tx: Transaction, daysMax: number): Promise<number> {
  const rows = await tx.prepared(
    `delete from business_import using run
     where run.id = business_import.run_id
       and (run.status in ('done', 'cancelled') or business_import.created_at < now() - $1 * interval '1 day')
     returning business_import.run_id`,
    [daysMax],
  )
  return rows.length
}
