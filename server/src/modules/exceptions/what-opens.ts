import { coverageOf, covers, type Access } from '#server/catalogue/access.ts'
import { withinCoverage } from '#server/catalogue/within-coverage.ts'
import type { Transaction } from '#server/database/database.ts'
import { eyesOf, findSubjects, sees, type SubjectMeans } from '#server/modules/subjects/index.ts'
import type { ExceptionRule } from './exception-rule.ts'
import type { ExceptionRow } from './exceptions-queries.ts'

/** With it a row is seen, and so what it opens is looked for within what it covers. */
export const READ = 'exceptions.read'

/** Where the reader may follow from a row. */
export interface Opens {
  subject(row: ExceptionRow): boolean
  business(row: ExceptionRow): boolean
}

/**
 * Of these rows, what the reader would find behind them. Whoever sees a row need not: what waits in a book is listed to all who
 * read approvals, and opened to who asked for it and to who may do it.
 */
export async function whatOpens(
  { tx, access }: { tx: Transaction; access: Access },
  given: { rows: readonly ExceptionRow[]; rules: readonly ExceptionRule[]; means: SubjectMeans },
): Promise<Opens> {
  const { rows, rules, means } = given
  const { operations } = means
  const asSubjects = rows.filter(({ place }) => rules[place]?.opens === 'subject')
  const found = await findSubjects(
    tx,
    means,
    asSubjects.map(({ subject_id: id }) => id),
  )
  const eyes = eyesOf(access)
  const businesses = coverageOf(access, 'businesses.read')
  return {
    subject({ place, subject_id: id }) {
      const opens = rules[place]?.opens
      if (opens === undefined) return false
      if (opens !== 'subject') return withinCoverage(READ, [{ permission: opens.with }], access).length > 0
      const one = found.get(id)
      return one !== undefined && sees(eyes, { ...one, permission: READ, operations })
    },
    business: ({ business_id: id, owner_id: owner, category_id: category }) =>
      id !== null && businesses !== undefined && covers(businesses, [id, owner, category]),
  }
}
