import { coverageOf, type Access } from '#server/catalogue/access.ts'
import type { Transaction } from '#server/database/database.ts'
import { peopleWithGrants } from './people-with-grants.ts'

export const DECIDE = 'approvals.decide'

/** Whether anybody but the one who asks could accept an invocation that names nothing of the portfolio, with that permission. */
export async function couldSomebodyElseAccept(
  tx: Transaction,
  access: Access,
  permission: string,
): Promise<boolean> {
  const { actor, onBehalfOf, personId, personBehind } = access
  const own = new Set<string | undefined>([actor.id, onBehalfOf?.id, personId, personBehind])
  const people = await peopleWithGrants(tx, {})
  return people.some(
    ({ id, grants }) =>
      !own.has(id) &&
      [DECIDE, permission].every((wanted) => coverageOf({ grants }, wanted)?.isWhole === true),
  )
}
