import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import { addComment } from '#server/modules/comments/index.ts'
import type { SubjectMeans } from '#server/modules/subjects/index.ts'
import type { Part } from './part.ts'

interface Person {
  email: string
  personId: Id<'person'>
}

/** What is said of the first businesses, so that whoever looks in finds something in the inbox: everybody is greeted, and the owner asked. */
export async function fillTalk(
  { work, next }: Pick<Part, 'work' | 'next'>,
  {
    people,
    businessIds,
    subjects,
  }: { people: readonly Person[]; businessIds: readonly string[]; subjects: SubjectMeans },
): Promise<void> {
  next({ en: 'Saying something', de: 'Sagt etwas dazu' })
  const add = addComment(subjects)
  const everybody = people.map(({ personId }) => `@[${personId}]`).join(' ')
  const owner = present(people[0], 'an owner').personId
  const [first, second, third] = businessIds
  const says = [
    [
      first,
      `${everybody} Welcome. What is said of a business stands beside it, and whoever is named is told in their inbox.`,
    ],
    [second, `@[${owner}] Who talks to the city about the licence? It runs out in spring.`],
    [third, `@[${owner}] The figures of last month are in. Please look before the board meets.`],
  ] as const
  for (const [at, [subjectId, body]] of says.entries())
    await work.invoke(`comment ${at + 1}`, add, { subjectId: present(subjectId, 'a business'), body })
}
