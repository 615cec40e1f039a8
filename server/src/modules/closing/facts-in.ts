import type { Moved } from './checks-queries.ts'

/** What of a book has to be looked at when a month of it is closed: cash that it holds or moved, and foreign currencies that it holds. Pure. */
export function factsIn(moved: readonly Moved[], startsOn: string): { hasCash: boolean; foreign: string[] } {
  const accounts = Map.groupBy(
    moved.filter(({ month }) => month <= startsOn),
    ({ accountId }) => accountId,
  )
  let hasCash = false
  const foreign = new Set<string>()
  for (const [first, ...more] of accounts.values()) {
    if (!first) continue
    const all = [first, ...more]
    const holds = all.reduce((sum, { minor }) => sum + minor, 0n) !== 0n
    if (first.isCash && (holds || all.some(({ month }) => month === startsOn))) hasCash = true
    if (first.isForeign && holds) foreign.add(first.currency)
  }
  return { hasCash, foreign: [...foreign].toSorted() }
}
