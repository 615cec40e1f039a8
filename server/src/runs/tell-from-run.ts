import { newId, type Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { writeRecord } from '#server/record/write-record.ts'

/** Tells of what a run found or did where nobody invoked anything: the event belongs to the run. */
export async function tellFromRun(
  tx: Transaction,
  given: {
    runId: Id<'run'>
    studioId: Id<'studio'>
    businessId?: Id<'business'> | undefined
    type: string
    subjectId: string
    /** With which it is seen. */
    permission: string
    after: Record<string, unknown>
  },
): Promise<void> {
  const event = {
    id: newId('event'),
    studio_id: given.studioId,
    audit_line_id: null,
    run_id: given.runId,
    type: given.type,
    subject_id: given.subjectId,
    business_id: given.businessId ?? null,
    permission: given.permission,
    data: { after: given.after },
  }
  await writeRecord(tx, { lines: [], events: [event], idempotency: [] })
}
