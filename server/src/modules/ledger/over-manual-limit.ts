import { amountText } from '#kernel/money.ts'
import type { Actor } from '#server/catalogue/access.ts'
import type { DecidedLine } from './decide-entry.ts'
import type { BookFacts } from './post-queries.ts'

const BY_HAND = 'manual'

export interface AboveLimit {
  amount: string
  limit: string
}

export interface Moved {
  lines: readonly Pick<DecidedLine, 'currency' | 'amountMinor'>[]
  source: string
  actor: Pick<Actor, 'kind'>
}

/** What an entry by hand moves in the currency of its book, where that is above the limit of it; otherwise undefined. Pure. */
export function overManualLimit(
  { lines, source, actor }: Moved,
  { currency, manualLimitMinor }: Pick<BookFacts, 'currency' | 'manualLimitMinor'>,
): AboveLimit | undefined {
  // What a person posts is by hand, whatever source they name.
  const isByHand = source === BY_HAND || actor.kind === 'person'
  if (manualLimitMinor === null || !isByHand) return undefined
  const debits = lines.filter((line) => line.currency === currency && line.amountMinor > 0n)
  const movedMinor = debits.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
  if (movedMinor <= manualLimitMinor) return undefined
  return { amount: amountText(movedMinor, currency), limit: amountText(manualLimitMinor, currency) }
}
