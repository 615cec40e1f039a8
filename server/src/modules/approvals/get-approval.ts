import { z } from 'zod'
import { id } from '#server/catalogue/fields.ts'
import { operation } from '#server/catalogue/operation.ts'
import { notOpenToYou } from '#server/catalogue/problems.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { findApproval } from './approvals-queries.ts'
import { whyNotAccept } from './decision.ts'
import { exampleApproval } from './example-approval.ts'
import { ApprovalInFull } from './schema.ts'
import { viewerOf } from './viewer.ts'

export function getApproval(operations: OperationsOf) {
  return operation({
    name: 'approvals.get-approval',
    summary:
      'Reads one approval: who asks for what, what it would change, what became of it, and whether you can decide.',
    effect: 'read',
    scope: { of: 'covered' },
    permission: 'approvals.read',
    risk: 'none',
    input: z.strictObject({ approvalId: id('approval') }),
    output: ApprovalInFull,
    examples: async (factory) => [{ approvalId: await exampleApproval(factory) }],
    async handle({ approvalId }, context) {
      const found = await findApproval(context.tx, approvalId, viewerOf(context, operations))
      if (!found) throw notOpenToYou(approvalId)
      const { approval, preview } = found
      const isPending = approval.status === 'pending'
      const refusal = isPending ? await whyNotAccept(context, found, operations) : undefined
      return {
        ...approval,
        preview,
        canDecide: isPending && !refusal,
        cannotDecideBecause: refusal?.said[context.language].slice(0, 500) ?? null,
      }
    },
  })
}
