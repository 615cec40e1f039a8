import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { peopleOnly } from './problems.ts'

/** The person who acts on their own affairs. Throws `identity.people-only` for keys and for this machine. */
export function ownPerson(
  { access }: Pick<CallContext, 'access'>,
  operation: string,
): { personId: Id<'person'>; sessionId: Id<'session'>; studioId: Id<'studio'> } {
  const { personId, sessionId, studioId } = present(access, 'somebody signed in')
  if (!personId || !sessionId) throw peopleOnly(operation)
  return { personId, sessionId, studioId }
}
