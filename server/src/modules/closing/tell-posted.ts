import { newId, type Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Posted } from '#server/modules/ledger/index.ts'
import { writeRecord } from '#server/record/write-record.ts'

/**
 * The audit line and the event of what a run posted where nobody invoked anything: `ledger.verify-entries` looks for the digest of each
 * entry in a line of whoever posted it, as it does for closing.run-schedules by hand.
 */
export async function tellPosted(
  tx: Transaction,
  given: {
    runId: Id<'run'>
    studioId: Id<'studio'>
    bookId: Id<'book'>
    through: string
    posted: readonly Posted[]
  },
): Promise<void> {
  const { runId, studioId, bookId, through, posted } = given
  const lineId = newId('audit_line')
  const after = {
    entries: posted.length,
    digests: Object.fromEntries(posted.map(({ id, digest }) => [id, digest])),
  }
  await writeRecord(tx, {
    lines: [
      {
        id: lineId,
        studio_id: studioId,
        actor_kind: 'run',
        actor_id: runId,
        on_behalf_of: null,
        door: 'run',
        request_id: runId,
        operation: 'closing.run-schedules',
        outcome: 'done',
        problem_code: null,
        input: { bookIds: [bookId], through },
        changes: [{ subjectId: bookId, after }],
        approval_id: null,
      },
    ],
    events: [
      {
        id: newId('event'),
        studio_id: studioId,
        audit_line_id: lineId,
        run_id: runId,
        type: 'closing.schedules-run',
        subject_id: bookId,
        business_id: null,
        permission: 'ledger.read',
        data: { after },
      },
    ],
    idempotency: [],
  })
}
