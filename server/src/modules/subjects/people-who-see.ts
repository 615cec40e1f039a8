import type { Transaction } from '#server/database/database.ts'
import { peopleWithGrants } from '#server/modules/identity/index.ts'
import type { FoundSubject } from './find-subject.ts'
import { sees } from './sees.ts'
import type { SubjectMeans } from './subject-kind.ts'

/**
 * People of the studio who may see the subject under the permission, by name. `ids` asks of these alone, `named` of those
 * whose name has these words.
 */
export async function peopleWhoSee(
  tx: Transaction,
  { subject, kind }: FoundSubject,
  given: { permission: string; means: SubjectMeans; ids?: readonly string[]; named?: string | undefined },
): Promise<{ id: string; name: string }[]> {
  const { permission, means, ids, named } = given
  const people = await peopleWithGrants(tx, { ids, named })
  return people
    .filter(({ id, grants }) =>
      sees({ grants, ids: [id] }, { subject, kind, permission, operations: means.operations }),
    )
    .map(({ id, name }) => ({ id, name }))
}
