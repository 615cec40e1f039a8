import type { CaptionName } from '#kernel/captions.ts'
import type { SpanSum } from '#server/modules/ledger/index.ts'
import type { Owed } from './statements-queries.ts'

/** Where a claim stands, and where the debt that answers it does. */
const ANSWERED: Partial<Record<CaptionName, CaptionName>> = {
  'due-from-group': 'due-to-group',
  'loans-to-group': 'loans-from-group',
}

/**
 * What two entities say that one owes the other: the claim in one book, as far as there is a debt in the other, in its currency.
 * What only one side says stays where it is. As it stands in the books; pure.
 */
export function agreedBetween(owed: readonly Owed[]): SpanSum[] {
  const sides = Map.groupBy(owed, (one) => keyOf(one.caption, one, one.entityId, one.partnerId))
  return [...sides.values()].flatMap((claims) => {
    const [first] = claims
    const answer = first && ANSWERED[first.caption]
    const debts = answer && sides.get(keyOf(answer, first, first.partnerId, first.entityId))
    if (!debts) return []
    const agreed = least(total(claims), -total(debts))
    return taken(claims, agreed, 1n).concat(taken(debts, agreed, -1n))
  })
}

function keyOf(caption: string, { at, currency }: Owed, from: string, to: string): string {
  return `${at} ${caption} ${currency} ${from} ${to}`
}

/** So much of what stands on these accounts, one after the other; a debt stands there negative. */
function taken(rows: readonly Owed[], amount: bigint, sign: 1n | -1n): SpanSum[] {
  let left = amount
  return rows.flatMap(({ at, accountId, currency, minor }) => {
    const part = least(minor * sign, left)
    if (part <= 0n) return []
    left -= part
    return [{ at, accountId, currency, minor: part * sign }]
  })
}

function total(rows: readonly Owed[]): bigint {
  return rows.reduce((sum, { minor }) => sum + minor, 0n)
}

function least(one: bigint, other: bigint): bigint {
  return one < other ? one : other
}
