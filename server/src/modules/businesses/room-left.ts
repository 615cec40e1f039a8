import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { countArchived, lockLimit } from './plans-queries.ts'
import { planIsFull } from './problems.ts'

/** Throws where the studio's plan has no room for so many more at work. A constraint of the table holds it as well. */
export function ensureRoom(tx: Transaction, more: number): Promise<void> {
  return ensureRoomFor(tx, async () => more)
}

export function ensureRoomToRestore(tx: Transaction, ids: readonly Id<'business'>[]): Promise<void> {
  return ensureRoomFor(tx, () => countArchived(tx, ids))
}

/** Nothing is counted where there is no limit. */
async function ensureRoomFor(tx: Transaction, count: () => Promise<number>): Promise<void> {
  const limit = await lockLimit(tx)
  if (!limit) return
  const more = await count()
  if (more > 0 && limit.at_work + more > limit.businesses_max) throw planIsFull({ ...limit, more })
}
