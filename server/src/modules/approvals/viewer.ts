import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { Access } from '#server/catalogue/access.ts'
import { holdsByRoleAlone } from '#server/catalogue/access.ts'
import { canBeHeld } from '#server/catalogue/hold.ts'
import { standingFor } from '#server/catalogue/standing.ts'
import type { OperationsOf } from '#server/catalogue/find-operation.ts'

/** Whose eyes look at approvals. */
export interface Viewer {
  /** Who would have been the requester. */
  requesterId: string
  personBehind: Id<'person'> | undefined
  /** What they may do themselves, somewhere. */
  operations: string[]
}

export function viewerOf(given: Access | undefined, operations: OperationsOf): Viewer {
  const access = present(given, 'somebody signed in')
  const { actor, onBehalfOf, personBehind } = access
  const own = operations().filter((one) => canBeHeld(one) && standingFor(access, one) !== undefined)
  return { requesterId: (onBehalfOf ?? actor).id, personBehind, operations: own.map(({ name }) => name) }
}

/** Which of their operations they may do by one role alone, pair by pair: a rule that names the role stops them. */
export function loneRoles(
  given: Access | undefined,
  operations: OperationsOf,
): { role: string; operation: string }[] {
  const access = present(given, 'somebody signed in')
  const roles = [...new Set(access.grants.map(({ roleId }) => roleId))]
  return operations().flatMap((operation) =>
    canBeHeld(operation) && standingFor(access, operation)
      ? roles
          .filter((role) => holdsByRoleAlone(access, operation.permission, role))
          .map((role) => ({ role, operation: operation.name }))
      : [],
  )
}
