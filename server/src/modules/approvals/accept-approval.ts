import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { isId } from '#kernel/ids.ts'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { enqueueRun } from '#server/runs/enqueue-run.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { setAccepted } from './approvals-queries.ts'
import { carryOut } from './carry-out.ts'
import { DECIDE } from '#server/modules/identity/index.ts'
import { whyNotAccept } from './decision.ts'
import { exampleApproval } from './example-approval.ts'
import { pendingApproval, shownAgain } from './pending-approval.ts'
import { Approval } from './schema.ts'

export function acceptApproval(operations: OperationsOf) {
  return operation({
    name: 'approvals.accept-approval',
    summary:
      'Lets what waits happen: a run carries it out at once, with the rights that its requester has then.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: DECIDE,
    risk: 'none',
    isForPeople: true,
    isNeverHeld: true,
    input: z.strictObject({ approvalId: id('approval') }),
    output: Approval,
    examples: async (factory) => [{ approvalId: await exampleApproval(factory) }],
    async handle({ approvalId }, context) {
      const { tx, access, record } = context
      const found = await pendingApproval(context, approvalId, operations)
      const refusal = await whyNotAccept(context, found, operations)
      if (refusal) throw refusal
      const { operation: wanted, requester, touches } = found.approval
      const businessId = touches.find((one) => isId('business', one))
      const runId = await enqueueRun(context, carryOut, {
        input: { approvalId, operation: wanted },
        requester,
        ...(businessId !== undefined && isId('business', businessId) && { businessId }),
      })
      const decidedBy = present(access?.personId, 'a person')
      await setAccepted(tx, approvalId, { decidedBy, runId })
      record({
        type: 'approvals.approval-accepted',
        subjectId: approvalId,
        after: { operation: wanted, runId },
      })
      return shownAgain(context, approvalId, operations)
    },
  })
}
