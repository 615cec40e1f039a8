import type { Id } from '#kernel/ids.ts'
import type { GroupSum } from './checks-queries.ts'

export interface GroupDifference extends Pick<GroupSum, 'of' | 'currency' | 'partnerId'> {
  oursMinor: bigint
  /** Null where there is no book on the other side that the caller can read. */
  theirsMinor: bigint | null
}

/**
 * Where two sides of the group do not say the same: what one claims, the other owes, in one currency, as trade or as a loan. Lines that
 * name no partner agree with nobody. Pure.
 */
export function groupDifferences(
  entityId: Id<'entity'>,
  sums: readonly GroupSum[],
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
  return [...pairs.values()]
    .filter(({ ours, theirs }) => ours + theirs !== 0n)
    .map(({ partnerId, of, currency, ours, theirs }) => ({
      partnerId,
      of,
      currency,
      oursMinor: ours,
      theirsMinor: partnerId !== null && withBooks.has(partnerId) ? theirs : null,
    }))
}
