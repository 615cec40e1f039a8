import { newId, type Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { writeRecord, type AuditLine } from '#server/record/write-record.ts'

interface Told {
  runId: Id<'run'>
  studioId: Id<'studio'>
  businessId?: Id<'business'> | undefined
  type: string
  subjectId: string
  /** With which it is seen. */
  permission: string
  after: Record<string, unknown>
  /** The operation that does the same by hand, where the change has to stand in the audit as well: the line is the run's own. */
  doneAs?: { operation: string; input: Record<string, unknown> }
}

/** Tells of what a run found or did where nobody invoked anything: the event belongs to the run. */
export async function tellFromRun(tx: Transaction, given: Told): Promise<void> {
  const line = given.doneAs && lineOf(given, given.doneAs)
  const event = {
    id: newId('event'),
    studio_id: given.studioId,
    audit_line_id: line?.id ?? null,
    run_id: given.runId,
    type: given.type,
    subject_id: given.subjectId,
    business_id: given.businessId ?? null,
    permission: given.permission,
    data: { after: given.after },
  }
  await writeRecord(tx, { lines: line ? [line] : [], events: [event], idempotency: [] })
}

function lineOf(
  { runId, studioId, subjectId, after }: Told,
  { operation, input }: NonNullable<Told['doneAs']>,
): AuditLine {
  return {
    id: newId('audit_line'),
    studio_id: studioId,
    actor_kind: 'run',
    actor_id: runId,
    on_behalf_of: null,
    door: 'run',
    request_id: runId,
    operation,
    outcome: 'done',
    problem_code: null,
    input,
    changes: [{ subjectId, after }],
    approval_id: null,
  }
}
