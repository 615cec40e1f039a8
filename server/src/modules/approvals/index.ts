import { acceptApproval } from './accept-approval.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'
import { createRule } from './create-rule.ts'
import { deleteRule } from './delete-rule.ts'
import { getApproval } from './get-approval.ts'
import { listApprovals } from './list-approvals.ts'
import { listRules } from './list-rules.ts'
import { refuseApproval } from './refuse-approval.ts'
import { withdrawApproval } from './withdraw-approval.ts'

export { carryOut } from './carry-out.ts'

export function approvalsOperations(operations: OperationsOf) {
  return [
    acceptApproval(operations),
    createRule(operations),
    deleteRule(operations),
    getApproval(operations),
    listApprovals(operations),
    listRules,
    refuseApproval(operations),
    withdrawApproval(operations),
  ]
}

export { approvalsKinds } from './notification-kinds.ts'
export { approvalSubject } from './subject-queries.ts'
