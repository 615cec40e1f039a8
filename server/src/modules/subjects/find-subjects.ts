import type { Transaction } from '#server/database/database.ts'
import type { FoundSubject } from './find-subject.ts'
import { kindOf } from './subject-id.ts'
import type { SubjectMeans } from './subject-kind.ts'
import { findCovered } from './subjects-queries.ts'

/** Those of the subjects that the transaction covers, by id, asked in one round trip. Who may see them is another question. */
export async function findSubjects(
  tx: Transaction,
  { kinds }: Pick<SubjectMeans, 'kinds'>,
  ids: readonly string[],
): Promise<Map<string, FoundSubject>> {
  const found = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const kind = kindOf(kinds, id)
      const subject = kind && (await findCovered(tx, kind, id))
      return kind && subject ? [[id, { kind, subject }] as const] : []
    }),
  )
  return new Map(found.flat())
}

/** What they are called now. */
export async function titlesOf(
  tx: Transaction,
  means: Pick<SubjectMeans, 'kinds'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = await findSubjects(tx, means, ids)
  return new Map([...found].map(([id, { subject }]) => [id, subject.title]))
}
