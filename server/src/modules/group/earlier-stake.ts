import { addDays } from '#kernel/periods.ts'
import type { Movement, Piece, Work } from './consolidation-model.ts'
import { partOfResults } from './equity-method.ts'
import { BEGINNING, heldOn, PRICE_WITHIN_DAYS } from './group-ownership.ts'

/**
 * What a holder had of an entity on the day before control: with it the stake is as if it were sold for what it was worth, and bought
 * anew (IFRS 3.42, ASC 805-10-25-10). What it was worth is said by raising or lowering the investment in its book, or on top of it,
 * against a gain or loss; where nobody did, it counts at what it was carried at.
 */
export interface EarlierStake {
  isValued: boolean
  /** As the group carried it. */
  carried: bigint
  /** What the equity method added to what was paid, where that is what it counts at: goodwill has it. */
  beyondPaid: bigint
  /** The equity method up to the day before control, and that all of it ends then. */
  pieces: Piece[]
}

export function earlierStake(
  { holderId, entityId, from }: { holderId: string; entityId: string; from: string },
  investments: readonly Movement[],
  work: Work,
): EarlierStake | null {
  if (from === BEGINNING) return null
  const { given, moment, translator } = work
  const last = addDays(from, -1)
  const { method, holders } = heldOn(given.ownership, entityId, last)
  if (!holders.some(({ id }) => id === holderId)) return null
  const told = method === 'equity' ? partOfResults({ entityId, holderId, last }, work) : []
  const sumOf = (caption: Piece['caption']) =>
    told.reduce((sum, one) => (one.caption === caption ? sum + one.minor : sum), 0n)
  const [beyond, adjustment] = [sumOf('investments-group'), sumOf('other-comprehensive-income')]
  const paid = investments
    .filter(({ on }) => on < from)
    .reduce((sum, one) => sum + translator.closing(one.minor, one.currency, one.on), 0n)
  const isValued = isStakeValued({ entityId, on: from }, [holderId], work)
  const gain = from >= moment.from ? ('other-income' as const) : ('retained-earnings' as const)
  const piece = (caption: Piece['caption'], minor: bigint): Piece => ({
    caption,
    kind: 'remeasurement',
    entityId: holderId,
    accountId: null,
    partnerId: entityId,
    minor,
  })
  const ended = [
    piece('investments-group', -beyond),
    // The gain of the book is against what was paid; that of the group against what it was carried at, and with what rates did.
    piece(gain, isValued ? beyond : 0n),
    piece('other-comprehensive-income', -adjustment),
    piece(gain, adjustment),
  ]
  return {
    isValued,
    carried: paid + beyond,
    beyondPaid: isValued ? 0n : beyond,
    pieces: [...told, ...ended.filter(({ minor }) => minor !== 0n)],
  }
}

/** Whether one of these holders booked, within a month of a day on which control changed, what its stake was worth on it. */
export function isStakeValued(
  { entityId, on }: { entityId: string; on: string },
  holderIds: readonly string[],
  { given, moment }: Pick<Work, 'given' | 'moment'>,
): boolean {
  const until = addDays(on, PRICE_WITHIN_DAYS)
  return given.gains.some(
    (one) =>
      one.isValuation &&
      one.partnerId === entityId &&
      holderIds.includes(one.entityId) &&
      one.on >= on &&
      one.on <= until &&
      one.on <= moment.on,
  )
}
