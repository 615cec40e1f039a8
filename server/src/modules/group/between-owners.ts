import { addDays } from '#kernel/periods.ts'
import type { Found, StakeGain, Work } from './consolidation-model.ts'
import { heldOn, PRICE_WITHIN_DAYS, type GroupOwnership, type Span } from './group-ownership.ts'

/**
 * Who sells a part of an entity and keeps control of it deals with other owners, and gains nothing by it (IFRS 10.23, ASC 810-10-45-23):
 * what its book has as a gain or loss is equity, as what the stake stood at is.
 */
export function gainsBetweenOwners({ given, moment, translator }: Work): Found[] {
  return given.gains
    .filter(({ on }) => on >= moment.from && on <= moment.on)
    .filter((gain) => isBetweenOwners(gain, given.ownership))
    .flatMap((gain) => {
      const { entityId, accountId, partnerId, resultPartnerId, caption, on } = gain
      const told = translator.average(gain.minor, gain.currency, on)
      const found = { topic: 'income', kind: 'elimination:investment', entityId, partnerId } as const
      const equity: Found = { ...found, caption: 'retained-earnings', accountId: null, minor: -told }
      // A gain with a partner of the group is taken out with all that the two earn of each other; this is its other side.
      const isFound =
        resultPartnerId !== null && heldOn(given.ownership, resultPartnerId, on).method === 'full'
      return isFound
        ? [{ ...equity, partnerId: resultPartnerId }]
        : [{ ...found, caption, accountId, minor: told }, equity]
    })
}

/** Booked from the last day of the larger stake to a month after it, and under control all the while. */
export function isBetweenOwners(
  gain: Pick<StakeGain, 'entityId' | 'partnerId' | 'soldOn'>,
  ownership: GroupOwnership,
): boolean {
  const { before, after } = aroundSale(gain, ownership)
  return before.method === 'full' && after.method === 'full' && hasSold(gain, ownership)
}

/** Whether the holder, itself in the group, has less of it than it had. */
export function hasSold(
  gain: Pick<StakeGain, 'entityId' | 'partnerId' | 'soldOn'>,
  ownership: GroupOwnership,
): boolean {
  const { entityId: holderId, soldOn } = gain
  const { before, after } = aroundSale(gain, ownership)
  const shareIn = ({ holders }: Span) => holders.find(({ id }) => id === holderId)?.share ?? 0n
  return heldOn(ownership, holderId, soldOn).method === 'full' && shareIn(after) < shareIn(before)
}

function aroundSale(
  { partnerId, soldOn }: Pick<StakeGain, 'partnerId' | 'soldOn'>,
  ownership: GroupOwnership,
): { before: Span; after: Span } {
  return {
    before: heldOn(ownership, partnerId, addDays(soldOn, -PRICE_WITHIN_DAYS)),
    after: heldOn(ownership, partnerId, addDays(soldOn, 1)),
  }
}
