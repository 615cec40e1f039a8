import type { Id } from '#kernel/ids.ts'
import { minorOf } from '#kernel/money.ts'
import type { Access } from '#server/catalogue/access.ts'
import { overManualLimit, type AboveLimit, type NewLine } from '#server/modules/ledger/index.ts'
import { linesEver } from './occurrences.ts'
import type { Terms } from './schedule-schema.ts'

interface Planned {
  terms: Terms
  book: { entityId: Id<'entity'>; currency: string; manualLimitMinor: bigint | null }
  /** The currency of each account that the terms name; null for one that holds every currency. */
  currencies: ReadonlyMap<string, string | null>
  access: Access | undefined
}

/** The first entry of it that is above the limit of its book. Asked when it is planned: when it is posted nobody is there to ask. */
export function overLimit({ terms, book, currencies, access }: Planned): AboveLimit | undefined {
  for (const lines of linesEver(terms, book.currency)) {
    const moved = lines.map((line) => {
      const currency = line.currency ?? currencies.get(line.accountId) ?? book.currency
      return { currency, amountMinor: debitMinor(line, currency) }
    })
    const told = overManualLimit({ lines: moved, access }, book)
    if (told) return told
  }
  return undefined
}

/** 0 for an amount that its currency cannot tell: an entry with such a line is refused whenever it is tried. */
function debitMinor({ debit }: NewLine, currency: string): bigint {
  const read = debit === undefined ? undefined : minorOf(debit, currency)
  return read && 'minor' in read ? read.minor : 0n
}
