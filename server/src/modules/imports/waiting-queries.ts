import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

/** What was checked waits here for its run; as JSON text, for nobody looks inside. */
export async function insertWaiting(
  tx: Transaction,
  given: { runId: Id<'run'>; studioId: Id<'studio'>; content: unknown },
): Promise<void> {
  await tx.prepared('insert into waiting_import (run_id, studio_id, content) values ($1, $2, $3)', [
    given.runId,
    given.studioId,
    JSON.stringify(given.content),
  ])
}

export async function findWaiting(tx: Transaction, runId: Id<'run'>): Promise<unknown> {
  const [row] = await tx.prepared<{ content: unknown }>(
    'select content from waiting_import where run_id = $1',
    [runId],
  )
  return row?.content
}

export async function deleteWaiting(tx: Transaction, runId: Id<'run'>): Promise<void> {
  await tx.prepared('delete from waiting_import where run_id = $1', [runId])
}

/** Of imports that cannot go on any more, or that nobody took up again for so many days. */
export async function deleteLeftBehind(tx: Transaction, daysMax: number): Promise<number> {
  const rows = await tx.prepared(
    `delete from waiting_import using run
     where run.id = waiting_import.run_id
       and (run.status in ('done', 'cancelled') or waiting_import.created_at < now() - $1 * interval '1 day')
     returning waiting_import.run_id`,
    [daysMax],
  )
  return rows.length
}
