import { present } from '#kernel/assert.ts'
import type { Problem } from '#kernel/problem.ts'
import { coverageOf, coverageSetting, holdsByRoleAlone, type Access } from '#server/catalogue/access.ts'
import type { Operation } from '#server/catalogue/operation.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { unknownOperation } from '#server/catalogue/problems.ts'
import { closedIds, standingFor } from '#server/catalogue/standing.ts'
import { findOperation, type OperationsOf } from '#server/catalogue/find-operation.ts'
import { DECIDE } from '#server/modules/identity/index.ts'
import { lacksDecide, lacksOperation, sameRole, selfApproval } from './problems.ts'
import type { Approval } from './schema.ts'

interface Question {
  approval: Approval
  heldRoles: readonly string[]
}

/** Why the actor may not accept it, or undefined. */
export async function whyNotAccept(
  context: Pick<CallContext, 'tx' | 'access' | 'coverage'>,
  { approval, heldRoles }: Question,
  operations: OperationsOf,
): Promise<Problem | undefined> {
  const access = present(context.access, 'somebody signed in')
  const operation = findOperation(operations, approval.operation)
  if (!operation) return unknownOperation(approval.operation)
  return (
    refusalBy(access, { approval, heldRoles, operation }) ??
    ((await coversAll(context, access, { operation, touches: approval.touches }))
      ? undefined
      : lacksOperation(operation.permission))
  )
}

function refusalBy(
  access: Access,
  { approval, heldRoles, operation }: Question & { operation: Operation },
): Problem | undefined {
  const { personId, sessionId, actor } = access
  if (actor.id === approval.requester.id || (personId && personId === approval.personBehind?.id))
    return selfApproval()
  if (!sessionId || !coverageOf(access, DECIDE)) return lacksDecide()
  if (!standingFor(access, operation)) return lacksOperation(operation.permission)
  const lone = heldRoles.find((role) => holdsByRoleAlone(access, operation.permission, role))
  return lone === undefined
    ? undefined
    : sameRole(access.grants.find(({ roleId }) => roleId === lone)?.role ?? lone)
}

/** Whether both the deciding and the operation itself are open to them on everything that it touches. */
async function coversAll(
  { tx, coverage }: Pick<CallContext, 'tx' | 'coverage'>,
  access: Access,
  { operation, touches }: { operation: Operation; touches: readonly string[] },
): Promise<boolean> {
  const { studioId, personId } = access
  for (const wanted of [coverageOf(access, DECIDE), standingFor(access, operation)]) {
    if (!wanted) return false
    if (touches.length === 0 && !wanted.isWhole) return false
    await tx.enter({ studioId, personId, coverage: coverageSetting(wanted) })
    const closed = await closedIds(tx, touches, wanted)
    await tx.enter({ studioId, personId, coverage: coverageSetting(coverage) })
    if (closed.size > 0) return false
  }
  return true
}
