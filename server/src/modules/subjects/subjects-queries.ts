import { sql } from 'kysely'
import { query, type Transaction } from '#server/database/database.ts'
import type { Subject } from './sees.ts'
import type { SubjectKind } from './subject-kind.ts'

/** The subject, where the transaction covers it. */
export async function findCovered(
  tx: Transaction,
  kind: SubjectKind,
  id: string,
): Promise<Subject | undefined> {
  return tx.find(
    query
      .selectFrom(sql<Subject>`(${kind.row(id)})`.as<'subject'>(sql`subject`))
      .select(['subject.id', 'subject.title', 'subject.business_id'])
      .select(['subject.needs', 'subject.people', 'subject.operation'])
      .where(sql<boolean>`covers_subject(subject.id)`),
  )
}
