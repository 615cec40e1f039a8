import { idFrom, isId, newId, type Id } from '#kernel/ids.ts'
import type { AuditLine, EventRow, RecordRows } from '#server/record/write-record.ts'
import type { Vault } from '#server/secrets/vault.ts'
import type { Actor, IssuedTokens } from './access.ts'
import { placeOfAnswer } from './answer-again.ts'
import type { Asked } from './approval-rows.ts'
import { touchedIds } from './hold.ts'
import type { Change } from './operation.ts'
import type { WriteCall } from './write-call.ts'

/** What one call records while it is handled. */
export interface Book {
  actor: Actor
  studioId: Id<'studio'> | undefined
  changes: Change[]
  issued: { tokens: IssuedTokens | undefined } | undefined
}

/**
 * Adds one done call to the rows to record. A visitor who founded and joined nothing leaves no line: there is no studio
 * for it. `asked` is whoever asked for an approved call: their idempotency key gets the answer too.
 */
export async function enter(
  rows: RecordRows,
  given: {
    call: WriteCall
    book: Book
    output: Record<string, unknown>
    vault: Vault
    asked: Asked | undefined
  },
): Promise<void> {
  const { call, book, output, vault, asked } = given
  const { actor, studioId, changes } = book
  if (!studioId) return
  const line = auditLine(call, {
    studioId,
    actor,
    onBehalfOf: call.access?.onBehalfOf,
    outcome: 'done',
    problemCode: null,
    approvalId: call.approvalId,
  })
  enterChanges(rows, { call, studioId, line, changes })
  if (call.approvalId)
    rows.events.push(
      approvalEvent({ call, studioId, lineId: line.id, approvalId: call.approvalId, to: 'done' }),
    )
  const own = call.access && call.idempotency ? { actorId: actor.id, key: call.idempotency.key } : undefined
  for (const { actorId, key } of [own ?? [], asked ?? []].flat()) {
    const place = placeOfAnswer({ studioId, actorId, key })
    rows.idempotency.push({
      studio_id: studioId,
      actor_id: actorId,
      key,
      operation: call.operation.name,
      input_hash: call.inputHash,
      result: call.operation.isToldOnce() ? await vault.seal(JSON.stringify(output), place) : output,
      approval_id: null,
    })
  }
}

/** A refusal that tells something, such as that a passkey was copied, leaves its line and its event; others leave none. */
export function enterRefusal(
  rows: RecordRows,
  given: { call: WriteCall; book: Book; problemCode: string },
): void {
  const { call, book, problemCode } = given
  const { actor, studioId, changes } = book
  if (!studioId || changes.length === 0) return
  const onBehalfOf = call.access?.onBehalfOf
  const line = auditLine(call, { studioId, actor, onBehalfOf, outcome: 'refused', problemCode })
  enterChanges(rows, { call, studioId, line, changes })
}

function enterChanges(
  rows: RecordRows,
  given: { call: WriteCall; studioId: Id<'studio'>; line: AuditLine; changes: Change[] },
): void {
  const { call, studioId, line, changes } = given
  rows.lines.push({
    ...line,
    changes: changes.map(({ subjectId, before, after }) => ({ subjectId, before, after })),
  })
  for (const { type, subjectId, businessId, before, after } of changes) {
    rows.events.push({
      id: newId('event'),
      studio_id: studioId,
      audit_line_id: line.id,
      run_id: call.credential.run?.id ?? null,
      type,
      subject_id: subjectId,
      business_id: businessId ?? null,
      permission: call.operation.seenWith,
      data: { before, after },
    })
  }
}

/** Tells those who look at approvals that one was asked for, or is done: which operation, and nothing of its input. */
export function approvalEvent(given: {
  call: Pick<WriteCall, 'operation' | 'prepared' | 'credential'>
  studioId: Id<'studio'>
  lineId: Id<'audit_line'>
  approvalId: Id<'approval'>
  to: 'requested' | 'done'
}): EventRow {
  const { call, studioId, lineId, approvalId, to } = given
  const businessId = touchedIds(call.operation, call.prepared).find((id) => isId('business', id))
  return {
    id: newId('event'),
    studio_id: studioId,
    audit_line_id: lineId,
    run_id: call.credential.run?.id ?? null,
    type: `approvals.approval-${to}`,
    subject_id: approvalId,
    business_id: businessId === undefined ? null : idFrom('business', businessId),
    permission: 'approvals.read',
    data: { after: { operation: call.operation.name } },
  }
}

export function auditLine(
  {
    door,
    requestId,
    operation,
    auditInput,
  }: Pick<WriteCall, 'door' | 'requestId' | 'operation' | 'auditInput'>,
  given: {
    studioId: Id<'studio'>
    actor: Actor
    onBehalfOf: Actor | undefined
    outcome: AuditLine['outcome']
    problemCode: string | null
    approvalId?: Id<'approval'> | undefined
  },
) {
  return {
    id: newId('audit_line'),
    studio_id: given.studioId,
    actor_kind: given.actor.kind,
    actor_id: given.actor.id,
    on_behalf_of: given.onBehalfOf?.id ?? null,
    door,
    request_id: requestId,
    operation: operation.name,
    outcome: given.outcome,
    problem_code: given.problemCode,
    input: auditInput,
    changes: [],
    approval_id: given.approvalId ?? null,
  }
}
