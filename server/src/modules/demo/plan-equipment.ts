import type { Period } from '#kernel/periods.ts'
import { workday } from './book-days.ts'
import { chanceFor } from './chance-for.ts'
import { slugOf, type PlannedEntry } from './planned-entry.ts'

/** Written off in equal parts over three years, which is longer than the books go back. */
const LIFE_MONTHS = 36n
const SHARE_OF_BUSINESSES = 0.3

export interface Equipment {
  bought: PlannedEntry
  monthlyMinor: bigint
}

/** What a business bought on the first day that is told of it; some buy nothing. */
export function planEquipment(
  business: string,
  { seed, on, costMinor }: { seed: number; on: string; costMinor: bigint },
): Equipment | undefined {
  const chance = chanceFor(seed, business, 'equipment')
  const isBuying = chance.next() < SHARE_OF_BUSINESSES
  // About a twelfth of what a month costs is wear.
  const minor = costMinor * 3n - BigInt(chance.whole(1, 9_999))
  if (!isBuying || minor < 100_000n) return undefined
  const counterparty = 'Benchmark Equipment Supply'
  const bought = {
    on,
    memo: `Equipment for ${business}`,
    source: 'bank',
    externalId: `equipment-${slugOf(business)}`,
    lines: [
      { account: '1510', minor, counterparty },
      { account: '1010', minor: -minor, counterparty },
    ],
  }
  return { bought, monthlyMinor: minor / LIFE_MONTHS }
}

export function wearOf(business: string, month: Period, minor: bigint): PlannedEntry {
  return {
    on: workday(month, 31),
    memo: `Depreciation of a month: ${business}`,
    source: 'depreciation',
    externalId: `wear-${slugOf(business)}-${month.name}`,
    lines: [
      { account: '6070', minor, business },
      { account: '1519', minor: -minor },
    ],
  }
}
