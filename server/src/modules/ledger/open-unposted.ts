import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import {
  alreadyPosted,
  alreadyVoided,
  draftChanged,
  draftNotFound,
  pendingExpired,
  pendingNotFound,
} from './unposted-problems.ts'
import { lockUnposted, type UnpostedRow } from './unposted-queries.ts'

/** The draft, locked, as it was read: whoever changes or posts it says which revision they mean. */
export async function openDraft(
  tx: Transaction,
  { draftId, revision }: { draftId: Id<'draft'>; revision: number },
): Promise<UnpostedRow> {
  const row = await lockUnposted(tx, { id: draftId, kind: 'draft' })
  if (!row) throw draftNotFound(draftId)
  refuseSettled(row)
  if (row.revision !== revision) throw draftChanged({ id: draftId, expected: revision, found: row.revision })
  return row
}

/** The pending entry, locked, where it is neither settled nor has run out. */
export async function openPending(tx: Transaction, pendingId: Id<'pending_entry'>): Promise<UnpostedRow> {
  const row = await lockUnposted(tx, { id: pendingId, kind: 'pending' })
  if (!row) throw pendingNotFound(pendingId)
  refuseSettled(row)
  if (row.state === 'expired') throw pendingExpired(pendingId, row.expiresAt ?? '')
  return row
}

function refuseSettled({ id, state, entryId }: UnpostedRow): void {
  if (state === 'posted') throw alreadyPosted(id, present(entryId, 'what it was posted as'))
  if (state === 'voided') throw alreadyVoided(id)
}
