import { present } from '#kernel/assert.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { secondFactorNeeded } from '#server/catalogue/problems.ts'
import { ownPerson } from '#server/modules/identity/index.ts'

/**
 * Whoever acts on their own webhook. It sends out what happens from then on, so it takes more than a password: the second
 * factor where the studio asks for one. Throws `catalogue.second-factor-needed`, `identity.people-only`.
 */
export function ownWebhookPerson({ access }: Pick<CallContext, 'access'>, operation: string) {
  if (present(access, 'somebody signed in').waitsFor) throw secondFactorNeeded(operation)
  return ownPerson({ access }, operation)
}
