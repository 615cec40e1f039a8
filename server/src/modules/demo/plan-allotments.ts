import { slugOf, type PlannedEntry } from './planned-entry.ts'

const CASH = '1010'
/** Minor units: allotments are round, so that a little is left with the business. */
const ROUND_MINOR = 5_000n

/**
 * Entries of one business with its cash in its own name, and before them what its entity allots: on its first day of each month, what it is
 * about to pay, rounded up. The entity has no more and no less for it, and each month is by itself, so that a short history is
 * the end of a long one.
 */
export function withCash(business: string, entries: readonly PlannedEntry[], from: string): PlannedEntry[] {
  const byMonth = Map.groupBy(entries, ({ on }) => on.slice(0, 7))
  const allotments = [...byMonth].flatMap(([month, own]) => {
    const spent = own.reduce((sum, { lines }) => sum - cashIn(lines), 0n)
    return spent > 0n ? [allotment(business, { month, from, spent })] : []
  })
  return [...allotments, ...entries.map((one) => inItsName(one, business))]
}

function allotment(
  business: string,
  { month, from, spent }: { month: string; from: string; spent: bigint },
): PlannedEntry {
  const first = `${month}-01`
  const minor = ((spent + ROUND_MINOR - 1n) / ROUND_MINOR) * ROUND_MINOR
  return {
    on: first < from ? from : first,
    memo: `Allotted for a month: ${business}`,
    source: 'allotment',
    externalId: `allotment-${slugOf(business)}-${month}`,
    lines: [
      { account: CASH, minor, business },
      { account: CASH, minor: -minor },
    ],
  }
}

function inItsName(entry: PlannedEntry, business: string): PlannedEntry {
  const lines = entry.lines.map((line) =>
    line.account === CASH ? Object.assign({}, line, { business }) : line,
  )
  return { ...entry, lines }
}

function cashIn(lines: PlannedEntry['lines']): bigint {
  return lines.reduce((sum, { account, minor }) => (account === CASH ? sum + minor : sum), 0n)
}
