import { z } from 'zod'
import { present } from '#kernel/assert.ts'
import { id, prose } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { setRefused } from './approvals-queries.ts'
import { DECIDE } from '#server/modules/identity/index.ts'
import { exampleApproval } from './example-approval.ts'
import { pendingApproval, shownAgain } from './pending-approval.ts'
import { Approval } from './schema.ts'

/** Less is asked for than to accept: what is refused does not happen, so also whose hand it is may turn it down. */
export function refuseApproval(operations: OperationsOf) {
  return operation({
    name: 'approvals.refuse-approval',
    summary: 'Turns down what waits, with a reason that whoever asked can read. It will not happen.',
    effect: 'write',
    scope: { of: 'covered' },
    permission: DECIDE,
    risk: 'none',
    isForPeople: true,
    isNeverHeld: true,
    input: z.strictObject({
      approvalId: id('approval'),
      reason: prose(500).min(1, 'say why, so that they can do better').describe('Why, for whoever asked.'),
    }),
    output: Approval,
    examples: async (factory) => [
      { approvalId: await exampleApproval(factory), reason: 'It still sells. Ask again next quarter.' },
    ],
    async handle({ approvalId, reason }, context) {
      const { tx, access, record } = context
      const { approval } = await pendingApproval(context, approvalId, operations)
      await setRefused(tx, approvalId, { decidedBy: present(access?.personId, 'a person'), reason })
      record({
        type: 'approvals.approval-refused',
        subjectId: approvalId,
        after: { operation: approval.operation },
      })
      return shownAgain(context, approvalId, operations)
    },
  })
}
