import { LANGUAGES } from '#kernel/languages.ts'
import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { findPreferences } from './preference-queries.ts'
import type { Preferences } from './schema.ts'

const NOTHING_CHOSEN: Preferences = { theme: 'system', language: null, timeZone: null, currency: null }

/** The person's own, or what holds while they chose nothing. */
export async function ownPreferences(tx: Transaction, personId: Id<'person'>): Promise<Preferences> {
  const row = await findPreferences(tx, personId)
  if (!row) return NOTHING_CHOSEN
  return {
    theme: row.theme,
    // A language that this version does not speak was chosen with a later one: it is as if none was.
    language: LANGUAGES.find((known) => known === row.language) ?? null,
    timeZone: row.time_zone,
    currency: row.currency,
  }
}
