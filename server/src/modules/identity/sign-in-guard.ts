import type { Problem } from '#kernel/problem.ts'
import type { Transaction } from '#server/database/database.ts'
import { addFailure, clearFailures, findGuard, lockGuard } from './guard-queries.ts'
import { tooManyTries, tryUnderWay } from './problems.ts'
import { tokenHash } from './tokens.ts'

const FREE_TRIES = 5
const WAIT_MINUTES_MAX = 15

/**
 * Slows down guessing: after five wrong tries each further one doubles the wait, up to a quarter of an hour. Counted in
 * the database by what was tried, so that many addresses and many processes guess no faster.
 */
export async function checkGuard(
  tx: Transaction,
  tried: string,
  refusal: (minutes: number) => Problem = tooManyTries,
): Promise<void> {
  const subject = subjectOf(tried)
  await tx.enter({ presented: subject })
  if (!(await lockGuard(tx, subject))) throw tryUnderWay()
  const guard = await findGuard(tx, subject)
  if (!guard) return
  const waitMinutes = minutesToWait(guard.failures)
  const leftMs = Date.parse(guard.last_failure_at) + waitMinutes * 60_000 - Date.now()
  if (leftMs > 0) throw refusal(Math.ceil(leftMs / 60_000))
}

/** The handler must then return its problem, not throw it, or the failure would be taken back. */
export async function noteFailure(tx: Transaction, tried: string): Promise<void> {
  const subject = subjectOf(tried)
  await tx.enter({ presented: subject })
  await addFailure(tx, subject)
}

export async function noteSuccess(tx: Transaction, tried: string): Promise<void> {
  const subject = subjectOf(tried)
  await tx.enter({ presented: subject })
  await clearFailures(tx, subject)
}

export function minutesToWait(failures: number): number {
  return failures < FREE_TRIES ? 0 : Math.min(WAIT_MINUTES_MAX, 2 ** (failures - FREE_TRIES))
}

/** Hashed: addresses that nobody has are personal data of those who mistyped them. */
function subjectOf(tried: string): string {
  return tokenHash(`guard ${tried}`)
}
