import type { Id } from '#kernel/ids.ts'
import type { GroupSum } from './checks-queries.ts'

export interface GroupDifference extends Pick<GroupSum, 'of' | 'currency' | 'partnerId'> {
  oursMinor: bigint
  /** Null where there is no book on the other side that the caller can read. */
  theirsMinor: bigint | null
}

/** Where two sides of the group do not say the same. Lines that name no partner agree with nobody. Pure. */
export function groupDifferences(...given: Parameters<typeof groupBalances>): GroupDifference[] {
  return groupBalances(...given).filter(
    ({ oursMinor, theirsMinor }) => oursMinor + (theirsMinor ?? 0n) !== 0n,
  )
}

/** What an entity and each of the others say of each other: what one claims, the other owes, in one currency, as trade or as a loan. Pure. */
export function groupBalances(
  entityId: Id<'entity'>,
  sums: readonly Omit<GroupSum, 'month'>[],
  withBooks: ReadonlySet<string>,
): GroupDifference[] {
  const pairs = new Map<
    string,
    { ours: bigint; theirs: bigint } & Omit<GroupSum, 'minor' | 'entityId' | 'month'>
  >()
  for (const sum of sums) {
    const isOurs = sum.entityId === entityId
    if (!isOurs && sum.partnerId !== entityId) continue
    const partnerId = isOurs ? sum.partnerId : sum.entityId
    const { of, currency } = sum
    const key = `${partnerId} ${of} ${currency}`
    const pair = pairs.get(key) ?? { partnerId, of, currency, ours: 0n, theirs: 0n }
    if (isOurs) pair.ours += sum.minor
    else pair.theirs += sum.minor
    pairs.set(key, pair)
  }
  return [...pairs.values()].map(({ partnerId, of, currency, ours, theirs }) => ({
    partnerId,
    of,
    currency,
    oursMinor: ours,
    theirsMinor: partnerId !== null && withBooks.has(partnerId) ? theirs : null,
  }))
}
