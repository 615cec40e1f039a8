import type { Transaction } from '#server/database/database.ts'
import { countOpenRuns } from './runs-queries.ts'

/** Runs that have not ended or that need a person, and how long the oldest that is due has waited. */
export interface OpenRuns {
  queued: number
  waiting: number
  running: number
  failed: number
  outcomeUnknown: number
  /** Seconds; 0 where nothing is due. */
  oldestDueSeconds: number
}

/** Of the studio and the coverage that the transaction is in. */
export function openRuns(tx: Transaction): Promise<OpenRuns> {
  return countOpenRuns(tx)
}
