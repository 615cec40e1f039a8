import { CAPTIONS, type CaptionName } from '#kernel/captions.ts'
import { gainsBetweenOwners } from './between-owners.ts'
import type { Found, Piece, Told, Topic, Work } from './consolidation-model.ts'
import { isResult } from './entity-column.ts'
import { heldOn } from './group-ownership.ts'
import { INVESTMENTS } from './investments.ts'

/** Goods that one entity sold to another stay in stock, or in use, until they leave the group. */
export const GOODS: readonly CaptionName[] = ['inventory', 'fixed-assets']
const NOT_OWED: ReadonlySet<CaptionName> = new Set<CaptionName>([
  ...GOODS,
  ...INVESTMENTS,
  'cash',
  'accumulated-depreciation',
  'goodwill',
])

/**
 * What two consolidated entities are to each other vanishes: claims and debts, income and expenses, goods that one sold and the
 * other holds, dividends. Both sides are taken out as they stand in their books; where they differ, the difference stays,
 * in a line of its own.
 */
export function eliminatePairs(work: Work): Piece[] {
  const found = [...work.columns.values()].flatMap(({ rows }) => rows.flatMap((row) => reciprocal(row, work)))
  found.push(...goodsBetween(work), ...gainsBetweenOwners(work))
  return eliminated(found)
}

/** Of two entities and a topic both sides, and what they differ by. */
export function eliminated(found: readonly Found[]): Piece[] {
  const pairs = Map.groupBy(found, ({ entityId, partnerId, topic }) =>
    [topic, ...[entityId, partnerId].toSorted()].join(' '),
  )
  return [...pairs.values()].flatMap((own) => bothSides(own))
}

/** A claim or a debt, as long as a partner stands at it. */
export function isOwed(caption: CaptionName): boolean {
  return CAPTIONS[caption].type !== 'equity' && !isResult(caption) && !NOT_OWED.has(caption)
}

function reciprocal(row: Told, { given, moment }: Work): Found[] {
  const { caption, entityId, accountId, partnerId, told: minor, place, on } = row
  if (partnerId === null || minor === 0n) return []
  const same = { entityId, accountId, partnerId, minor }
  const isOurs = (day: string, id = partnerId) => heldOn(given.ownership, id, day).method === 'full'
  if (caption === 'distributions' || caption === 'investment-income') {
    // What was paid before control is no dividend within the group, on neither side.
    if (!isOurs(on) || !isOurs(on, entityId)) return []
    const isEarlier = on < moment.from
    const topic = isEarlier ? ('dividends before' as const) : ('dividends' as const)
    const under = isEarlier && isResult(caption) ? 'retained-earnings' : caption
    return [{ ...same, topic, kind: 'elimination:dividends', caption: under }]
  }
  if (isResult(caption))
    return place === 'result' && isOurs(on)
      ? [{ ...same, topic: 'income', kind: 'elimination:income', caption }]
      : []
  return isOwed(caption) && isOurs(moment.on)
    ? [{ ...same, topic: 'balances', kind: 'elimination:balances', caption }]
    : []
}

/** What was bought within the group and is no expense yet takes cost of revenue from its seller: no sale has left the group. */
function goodsBetween({ given, moment, byEntity, translator }: Work): Found[] {
  return [...byEntity.values()].flatMap((movements) =>
    movements.flatMap((one): Found[] => {
      const { partnerId, on } = one
      if (partnerId === null || !GOODS.includes(one.caption) || on < moment.from || on > moment.on) return []
      const both = [one.entityId, partnerId]
      if (both.some((id) => heldOn(given.ownership, id, on).method !== 'full')) return []
      return [
        {
          topic: 'income',
          kind: 'elimination:goods',
          caption: 'cost-of-revenue',
          entityId: partnerId,
          accountId: null,
          partnerId: one.entityId,
          minor: translator.average(one.minor, one.currency, on),
        },
      ]
    }),
  )
}

function bothSides(own: readonly Found[]): Piece[] {
  const [first] = own
  if (!first) return []
  const pieces = own.map(({ kind, caption, entityId, accountId, partnerId, minor }): Piece => ({
    kind,
    caption,
    entityId,
    accountId,
    partnerId,
    minor: -minor,
  }))
  const rest = own.reduce((sum, { minor }) => sum + minor, 0n)
  if (rest === 0n) return pieces
  const [entityId = '', partnerId = null] = [first.entityId, first.partnerId].toSorted()
  const caption = captionOfDifference(first.topic, rest)
  return [
    ...pieces,
    { kind: 'elimination:difference', caption, entityId, accountId: null, partnerId, minor: rest },
  ]
}

/** Where it would stand if the side that is missing had never been booked. */
function captionOfDifference(topic: Topic, rest: bigint): CaptionName {
  if (topic === 'balances') return rest > 0n ? 'due-from-group' : 'due-to-group'
  if (topic === 'income') return rest > 0n ? 'shared-services' : 'revenue-group'
  return topic === 'dividends' && rest < 0n ? 'investment-income' : 'distributions'
}
