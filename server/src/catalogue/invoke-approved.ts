import type { Id } from '#kernel/ids.ts'
import type { Database } from '#server/database/database.ts'
import type { Vault } from '#server/secrets/vault.ts'
import type { ActingRun } from './access.ts'
import { findSealed } from './approval-rows.ts'
import { openAsked, type Asked } from './approval-seal.ts'
import type { Invoke } from './invoke.ts'
import { approvalMismatch } from './problems.ts'

/** Does what an accepted approval holds, as the run that carries it out. */
export type InvokeApproved = (given: {
  approvalId: Id<'approval'>
  run: ActingRun
  idempotencyKey: string
}) => Promise<void>

/**
 * The input leaves its seal here and goes nowhere but into `invoke()`: not into the run's journal, and neither does the
 * answer, which waits under the requester's idempotency key. Throws `catalogue.approval-mismatch`, and what `invoke()` throws.
 */
export function createInvokeApproved(means: {
  database: Database
  vault: Vault
  invoke: Invoke
}): InvokeApproved {
  const { database, vault, invoke } = means
  return async ({ approvalId, run, idempotencyKey }) => {
    const { studioId } = run
    const row = await database.read({ studioId, coverage: '*' }, (tx) => findSealed(tx, approvalId))
    const asked = row && (await opened({ vault, studioId, approvalId, sealed: row.sealed_input }))
    if (!asked || asked.operation !== row.operation || asked.requesterId !== row.requester_id) {
      throw approvalMismatch(approvalId)
    }
    await invoke({
      operation: asked.operation,
      input: asked.input,
      credential: { token: undefined, isLocal: false, run },
      door: 'run',
      requestId: run.id,
      idempotencyKey,
      approvalId,
    })
  }
}

/** A seal that does not open was changed by somebody, or belongs to another row: then nothing is done with it. */
async function opened(given: {
  vault: Vault
  studioId: Id<'studio'>
  approvalId: Id<'approval'>
  sealed: string
}): Promise<Asked | undefined> {
  return openAsked(given.vault, given).catch(() => undefined)
}
