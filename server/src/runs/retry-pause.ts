import { Problem } from '#kernel/problem.ts'
import { outageOf } from '#server/database/outage.ts'
import { brokeInside } from './problems.ts'

const FIRST_PAUSE_MS = 1000
const GROWTH = 4
const PAUSE_MS_MAX = 300_000

/** How long to wait after so many failures: 1, 4, 16, 64, 256, 300, 300 … seconds. */
export function pauseAfterMs(failures: number): number {
  return Math.min(FIRST_PAUSE_MS * GROWTH ** Math.min(failures - 1, 10), PAUSE_MS_MAX)
}

/** What went wrong, as people are told it; and whether trying again may help. A refusal stays a refusal. */
export function failureOfRun(
  error: unknown,
  runId: string,
): { problem: Problem; isWorthRetrying: boolean; isBug: boolean } {
  const known = error instanceof Problem ? error : outageOf(error)
  if (!known) return { problem: brokeInside(runId), isWorthRetrying: true, isBug: true }
  const isWorthRetrying = ['unavailable', 'too-many', 'broken'].includes(known.kind)
  return { problem: known, isWorthRetrying, isBug: false }
}
