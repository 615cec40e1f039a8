import type { Id } from '#kernel/ids.ts'
import type { Database } from '#server/database/database.ts'
import { findRevisions } from './inbox-queries.ts'

/** At which revision the inboxes of these people are, for telling their open screens; who has none is left out. */
export function readInboxes(
  database: Database,
  studioId: Id<'studio'>,
  personIds: readonly string[],
): Promise<Map<string, number>> {
  return database.read({ studioId, isWorker: true }, (tx) => findRevisions(tx, personIds))
}
