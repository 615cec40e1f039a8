import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { Language } from '#kernel/languages.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
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
  /** In which they are told why something failed. */
  language: Language
}

export function viewerOf(
  context: Pick<CallContext, 'access' | 'language'>,
  operations: OperationsOf,
): Viewer {
  const access = present(context.access, 'somebody signed in')
  const { language } = context
  const { actor, onBehalfOf, personBehind } = access
  const own = operations().filter((one) => canBeHeld(one) && standingFor(access, one) !== undefined)
  return {
    requesterId: (onBehalfOf ?? actor).id,
    personBehind,
    operations: own.map(({ name }) => name),
    language,
  }
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
