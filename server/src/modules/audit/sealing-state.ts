import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { findSealingState } from './seal-queries.ts'

/** How far sealing is behind writing, for whoever watches over it. */
export interface SealingState {
  /** Instant of the last signed head; null before the first. */
  sealedAt: string | null
  /** Lines that wait for their seal; counted up to a hundred thousand. */
  waitingLines: number
  /** When the first of them was written. */
  waitingSince: string | null
}

export function sealingState(tx: Transaction, studioId: Id<'studio'>): Promise<SealingState> {
  return findSealingState(tx, studioId)
}
