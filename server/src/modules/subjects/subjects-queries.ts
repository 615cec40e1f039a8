import { sql, type RawBuilder } from 'kysely'
import { query, type Transaction } from '#server/database/database.ts'
import type { Subject } from './subject.ts'

/** The statement of a kind of subject. */
export type RowOf = (subjectId: string) => RawBuilder<unknown>

/** The subject, where the transaction covers it. */
export async function findCovered(
  tx: Transaction,
  kind: { row: RowOf },
  id: string,
): Promise<Subject | undefined> {
  return tx.find(
    query
      .selectFrom(sql<Subject>`(${kind.row(id)})`.as<'subject'>(sql`subject`))
      .select(['subject.id', 'subject.title', 'subject.business_id'])
      .select(['subject.needs', 'subject.people', 'subject.operation', 'subject.owner_id'])
      .where(sql<boolean>`covers_subject(subject.id)`),
  )
}
