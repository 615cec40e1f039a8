import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { namesOfActors } from '#server/catalogue/actor-names-queries.ts'
import { peopleWhoSee, type FoundSubject, type SubjectMeans } from '#server/modules/subjects/index.ts'
import { MENTIONS_MAX, mentionedIn } from './mentions.ts'
import { cannotBeMentioned, tooManyMentions } from './problems.ts'

export const READ = 'comments.read'

/** Whom the words mention. Throws where one of them could not read them, and names who. */
export async function checkMentions(
  tx: Transaction,
  found: FoundSubject,
  { body, means }: { body: string; means: SubjectMeans },
): Promise<Id<'person'>[]> {
  const ids = mentionedIn(body)
  if (ids.length > MENTIONS_MAX) throw tooManyMentions(ids.length, MENTIONS_MAX)
  if (ids.length === 0) return []
  const seeing = new Set(
    (await peopleWhoSee(tx, found, { permission: READ, means, ids })).map(({ id }) => id),
  )
  const blind = ids.filter((id) => !seeing.has(id))
  if (blind.length > 0) {
    const names = await namesOfActors(tx, blind)
    throw cannotBeMentioned(blind.map((id) => names.get(id) ?? id).join(', '))
  }
  return ids
}
