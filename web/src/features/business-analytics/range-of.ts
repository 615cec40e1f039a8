import { lastEndedBefore, previousPeriod, today, type Cadence, type Period } from '#kernel/periods.ts'

const IN_A_YEAR: Record<Cadence, number> = { week: 52, month: 12, quarter: 4 }

/** So many periods that have ended, or as many before those, or those of a year before. */
export function rangeOf(
  cadence: Cadence,
  { periods, shifted }: { periods: number; shifted?: 'before' | 'year' | undefined },
): { from: string; to: string } {
  const back = shifted === 'before' ? periods : shifted === 'year' ? IN_A_YEAR[cadence] : 0
  const last = backFrom(lastEndedBefore(cadence, today()), back)
  return { from: backFrom(last, periods - 1).name, to: last.name }
}

function backFrom(last: Period, periods: number): Period {
  let at = last
  for (let back = 0; back < periods; back++) at = previousPeriod(at)
  return at
}
