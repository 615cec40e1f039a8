import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import type { Preferences } from './schema.ts'

/** Row-level security shows a person's preferences to transactions of that person only. */
export async function findPreferences(tx: Transaction, personId: Id<'person'>) {
  return tx.find(
    query
      .selectFrom('person_preference')
      .select(['theme', 'language', 'time_zone', 'currency'])
      .where('person_id', '=', personId),
  )
}

/** Sets what is given and leaves the rest: two windows that change different things both get theirs. */
export async function setPreferences(
  tx: Transaction,
  personId: Id<'person'>,
  { theme, language, timeZone, currency }: { [P in keyof Preferences]?: Preferences[P] | undefined },
): Promise<void> {
  const given = {
    ...(theme !== undefined && { theme }),
    ...(language !== undefined && { language }),
    ...(timeZone !== undefined && { time_zone: timeZone }),
    ...(currency !== undefined && { currency }),
  }
  await tx.rows(
    query
      .insertInto('person_preference')
      .values({ person_id: personId, ...given })
      .onConflict((conflict) =>
        conflict.column('person_id').doUpdateSet({ ...given, updated_at: sql`now()` }),
      ),
  )
}
