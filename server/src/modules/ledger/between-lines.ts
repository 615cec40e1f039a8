import type { Id } from '#kernel/ids.ts'
import type { Said } from '#kernel/languages.ts'
import { AMOUNT_MINOR_MAX, amountText } from '#kernel/money.ts'
import type { FieldProblem } from '#kernel/problem.ts'
import type { DecidedLine } from './decide-entry.ts'
import { LINES_MAX } from './schema.ts'

/** What a business has in a currency, or what is of none has: minor units, debits positive. */
export type Uneven = Pick<DecidedLine, 'businessId' | 'currency' | 'amountMinor'>

/**
 * What is added to lines on the account between businesses, so that each business comes to nothing in each currency, and what is of none
 * as well: a line for each that does not. As the lines balance, what is added does too, and the entity has no more and no less.
 * `evens` is what earlier entries left uneven. Pure.
 */
export function betweenLines(
  own: readonly Uneven[],
  { accountId, evens = [] }: { accountId: Id<'account'> | null; evens?: readonly Uneven[] | undefined },
): { lines: DecidedLine[] } | { errors: FieldProblem[] } {
  if (accountId === null) return { lines: [] }
  const sums = new Map<string, Uneven>()
  for (const { businessId, currency, amountMinor } of [...own, ...evens]) {
    const key = `${businessId} ${currency}`
    const before = sums.get(key)?.amountMinor ?? 0n
    sums.set(key, { businessId, currency, amountMinor: before + amountMinor })
  }
  const uneven = [...sums.values()].filter(({ amountMinor }) => amountMinor !== 0n)
  const tooLarge = uneven.find(
    ({ amountMinor }) => amountMinor > AMOUNT_MINOR_MAX || -amountMinor > AMOUNT_MINOR_MAX,
  )
  if (tooLarge) return { errors: [{ path: '/lines', message: movesTooMuch(tooLarge) }] }
  if (own.length + uneven.length > LINES_MAX)
    return { errors: [{ path: '/lines', message: tooManyWith(uneven.length) }] }
  return {
    lines: uneven.map(({ businessId, currency, amountMinor }) =>
      Object.assign({ accountId, businessId, currency, amountMinor: -amountMinor }, NOTHING_MORE),
    ),
  }
}

const NOTHING_MORE = {
  isOverhead: false,
  partnerEntityId: null,
  counterparty: null,
  memo: null,
  tags: [],
}

const movesTooMuch = ({ amountMinor, currency }: Uneven): Said => {
  const amount = amountText(amountMinor, currency)
  return {
    en: `One business would move ${amount} in this entry, and that is more than a line can hold. Cut the entry in two.`,
    de: `Ein Unternehmen würde in dieser Buchung ${amount} bewegen, und das ist mehr, als eine Zeile fasst. Teilen Sie die Buchung.`,
  }
}
const tooManyWith = (added: number): Said => ({
  en: `With the ${added} lines that are added so that each business balances, it has more than ${LINES_MAX}. Cut the entry in two.`,
  de: `Mit den ${added} Zeilen, die ergänzt werden, damit jedes Unternehmen ausgeglichen ist, hat sie mehr als ${LINES_MAX}. Teilen Sie die Buchung.`,
})
