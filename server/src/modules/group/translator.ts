import { periodOf } from '#kernel/periods.ts'
import { convertMinor } from '#kernel/rates.ts'
import { noRate, type RateTable, type UsedRate } from '#server/modules/ledger/index.ts'
import type { Translator } from './consolidation-model.ts'

/**
 * Into the currency of the group, and a note of every rate that was used. Income and expenses are told at the average of their
 * month, so that a year is the sum of its months however it is cut; the running month counts up to the last day.
 */
export function translatorTo(
  currency: string,
  { rates, to }: { rates: RateTable; to: string },
): Translator & { used(): UsedRate[] } {
  const known = new Map<string, UsedRate>()
  const at = (from: string, into: string, on: string): UsedRate => {
    const key = `${from} ${into} closing ${on}`
    const found = known.get(key) ?? rates.at(from, into, on)
    if (!found) throw noRate(from, into, on)
    known.set(key, found)
    return found
  }
  return {
    closing: (minor, from, on) =>
      from === currency || minor === 0n ? minor : convertMinor(minor, at(from, currency, on)),
    back: (minor, into, on) =>
      into === currency || minor === 0n ? minor : convertMinor(minor, at(currency, into, on)),
    average(minor, from, on) {
      if (from === currency || minor === 0n) return minor
      const month = periodOf('month', on)
      const last = month.endsOn < to ? month.endsOn : to
      const key = `${from} ${currency} average ${month.name}`
      const found = known.get(key) ?? rates.average(from, currency, { from: month.startsOn, to: last })
      if (!found) throw noRate(from, currency, last)
      known.set(key, found)
      return convertMinor(minor, found)
    },
    used: () => [...known].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, rate]) => rate),
  }
}
