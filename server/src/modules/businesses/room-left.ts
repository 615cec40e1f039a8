import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { countArchived, lockLimit } from './plans-queries.ts'
import { planIsFull } from './problems.ts'

/** Throws where the studio's plan has no room for so many more at work. A constraint of the table holds it as well. */
export async function ensureRoom(tx: Transaction, more: number): Promise<void> {
  if (more <= 0) return
  const limit = await lockLimit(tx)
  if (limit && limit.at_work + more > limit.businesses_max) throw planIsFull({ ...limit, more })
}

export async function ensureRoomToRestore(tx: Transaction, ids: readonly Id<'business'>[]): Promise<void> {
  const limit = await lockLimit(tx)
  if (!limit) return
  const more = await countArchived(tx, ids)
  if (limit.at_work + more > limit.businesses_max) throw planIsFull({ ...limit, more })
}
