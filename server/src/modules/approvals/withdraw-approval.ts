import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { setWithdrawn } from './approvals-queries.ts'
import { exampleApproval } from './example-approval.ts'
import { pendingApproval, shownAgain } from './pending-approval.ts'
import { notYours } from './problems.ts'
import { Approval } from './schema.ts'
import { viewerOf } from './viewer.ts'

export function withdrawApproval(operations: OperationsOf) {
  return operation({
    name: 'approvals.withdraw-approval',
    summary: 'Takes back what you, or a key that you made, asked for. It will not happen.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: 'approvals.read',
    risk: 'none',
    isNeverHeld: true,
    input: z.strictObject({ approvalId: id('approval') }),
    output: Approval,
    examples: async (factory) => [{ approvalId: await exampleApproval(factory, 'self') }],
    async handle({ approvalId }, context) {
      const { approval } = await pendingApproval(context, approvalId, operations)
      const { requesterId, personBehind } = viewerOf(context, operations)
      const isOwn = approval.requester.id === requesterId || approval.personBehind?.id === personBehind
      if (!isOwn) throw notYours()
      await setWithdrawn(context.tx, approvalId)
      const after = { operation: approval.operation }
      context.record({ type: 'approvals.approval-withdrawn', subjectId: approvalId, after })
      return shownAgain(context, approvalId, operations)
    },
  })
}
