import type { Transaction } from '#server/database/database.ts'
import { answerId, findEarlierAnswers, type EarlierAnswer } from '#server/record/earlier-answers.ts'
import type { Vault } from '#server/secrets/vault.ts'
import { endOf } from './approval-rows.ts'
import { approvalEnded, heldForApproval, idempotencyConflict } from './problems.ts'
import type { Settled, WriteCall } from './write-call.ts'

export async function earlierAnswers(
  tx: Transaction,
  calls: readonly WriteCall[],
): Promise<Map<string, EarlierAnswer>> {
  const keys = calls.flatMap(({ access, idempotency }) =>
    access && idempotency ? [{ actorId: access.actor.id, key: idempotency.key }] : [],
  )
  return keys.length > 0 ? findEarlierAnswers(tx, keys) : new Map()
}

/** Sees the whole studio for one statement, which must go out before it first waits. */
export type WholeStudio = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

/** What a call's idempotency key was answered before: its output, or that it waits. Undefined for a new key. */
export async function answerAgain(
  { operation, access, idempotency, inputHash }: WriteCall,
  known: { earlier: Map<string, EarlierAnswer>; vault: Vault; wholeStudio: WholeStudio },
): Promise<Settled | undefined> {
  const answer = access && idempotency && known.earlier.get(answerId(access.actor.id, idempotency.key))
  if (!answer) return undefined
  if (answer.operation !== operation.name || answer.inputHash !== inputHash) {
    return { status: 'rejected', reason: idempotencyConflict(idempotency.key) }
  }
  const { approvalId } = answer
  if (approvalId !== null) {
    const end = await known.wholeStudio((tx) => endOf(tx, approvalId))
    const reason = end ? approvalEnded(approvalId, end) : heldForApproval(operation.name, approvalId)
    return { status: 'rejected', reason }
  }
  const place = placeOfAnswer({ studioId: access.studioId, actorId: access.actor.id, key: idempotency.key })
  const kept = typeof answer.result === 'string' ? await known.vault.open(answer.result, place) : undefined
  const output = operation.output.parse(kept === undefined ? answer.result : JSON.parse(kept))
  return { status: 'fulfilled', value: { output, isReplay: true, issued: undefined } }
}

/** An answer that is told once is kept sealed: a JSON string instead of an object. */
export function placeOfAnswer(given: { studioId: string; actorId: string; key: string }): string {
  return `idempotency_record.result ${given.studioId} ${given.actorId} ${given.key}`
}
