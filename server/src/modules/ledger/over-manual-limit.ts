import { amountText } from '#kernel/money.ts'
import { coverageOf, covers, type Access } from '#server/catalogue/access.ts'
import { ABOVE_LIMIT } from '#server/catalogue/permissions.ts'
import type { DecidedLine } from './decide-entry.ts'
import type { BookFacts } from './post-queries.ts'

export interface AboveLimit {
  amount: string
  limit: string
}

export interface Moved {
  lines: readonly Pick<DecidedLine, 'currency' | 'amountMinor'>[]
  /** Whose rights post it. */
  access: Access | undefined
}

/** What an entry by hand moves in the currency of its book, where that is above the limit of it; otherwise undefined. Pure. */
export function overManualLimit(
  { lines, access }: Moved,
  { entityId, currency, manualLimitMinor }: Pick<BookFacts, 'entityId' | 'currency' | 'manualLimitMinor'>,
): AboveLimit | undefined {
  if (manualLimitMinor === null || isAllowed(access, entityId)) return undefined
  const movedMinor = debitsIn(lines, currency)
  if (movedMinor <= manualLimitMinor) return undefined
  return { amount: amountText(movedMinor, currency), limit: amountText(manualLimitMinor, currency) }
}

export function debitsIn(lines: Moved['lines'], currency: string): bigint {
  const debits = lines.filter((line) => line.currency === currency && line.amountMinor > 0n)
  return debits.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
}

/** By hand is whatever somebody sends, under whichever source: only a key that two people let do so posts above a limit. */
function isAllowed(access: Access | undefined, entityId: string): boolean {
  if ((access?.onBehalfOf ?? access?.actor)?.kind !== 'api-key') return false
  const coverage = access && coverageOf(access, ABOVE_LIMIT)
  return coverage !== undefined && covers(coverage, [entityId])
}
