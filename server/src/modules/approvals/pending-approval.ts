import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { notOpenToYou } from '#server/catalogue/problems.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { findApproval, findApprovalForChange } from './approvals-queries.ts'
import { notPending } from './problems.ts'
import type { Approval } from './schema.ts'
import { viewerOf } from './viewer.ts'

/** Locked until the end of the transaction. Throws `catalogue.not-found`, `approvals.not-pending`. */
export async function pendingApproval(
  { tx, ...context }: Pick<CallContext, 'tx' | 'access' | 'language'>,
  approvalId: Id<'approval'>,
  operations: OperationsOf,
) {
  const found = await findApprovalForChange(tx, approvalId, viewerOf(context, operations))
  if (!found) throw notOpenToYou(approvalId)
  const { status } = found.approval
  if (status !== 'pending') throw notPending(approvalId, status)
  return found
}

/** As it stands after the change. */
export async function shownAgain(
  { tx, ...context }: Pick<CallContext, 'tx' | 'access' | 'language'>,
  approvalId: Id<'approval'>,
  operations: OperationsOf,
): Promise<Approval> {
  const found = await findApproval(tx, approvalId, viewerOf(context, operations))
  return present(found, `${approvalId} is gone`).approval
}
