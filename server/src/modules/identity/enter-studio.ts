import type { Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import type { IdentityMeans } from './identity-means.ts'
import { startSession } from './start-session.ts'
import { getStudio } from './studio-queries.ts'

/** The last step of every way in: a session in that studio, and a line in its record. */
export async function enterStudio(
  { tx, credential, becomes, record, issueTokens }: CallContext,
  means: IdentityMeans,
  given: {
    studio: { id: Id<'studio'>; name: string }
    personId: Id<'person'>
    name: string
    hasSecondFactor: boolean
  },
) {
  const { studio, personId, name, hasSecondFactor } = given
  await becomes({ studioId: studio.id, personId, actor: { kind: 'person', id: personId, name } })
  record({ type: 'identity.person-signed-in', subjectId: personId })
  issueTokens(await startSession(tx, means, { studioId: studio.id, personId, credential, hasSecondFactor }))
  const isDone = hasSecondFactor || (await getStudio(tx, studio.id)).is_demo
  const next = isDone ? ('nothing' as const) : ('set-up-second-factor' as const)
  return { next, challenge: null, studio, displayName: name }
}
