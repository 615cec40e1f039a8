import type { Id } from '#kernel/ids.ts'
import { minorOf } from '#kernel/money.ts'
import type { Access } from '#server/catalogue/access.ts'
import {
  debitsIn,
  overManualLimit,
  type AboveLimit,
  type Moved,
  type NewLine,
} from '#server/modules/ledger/index.ts'
import { linesEver } from './occurrences.ts'
import type { Terms } from './schedule-schema.ts'

interface Planned {
  terms: Terms
  book: { entityId: Id<'entity'>; currency: string; manualLimitMinor: bigint | null }
  /** The currency of each account that the terms name; null for one that holds every currency. */
  currencies: ReadonlyMap<string, string | null>
  access: Access | undefined
}

/** Whether an entry of it is above the limit of its book. Asked when it is planned: when it is posted nobody is there to ask. */
export function overLimit({ access, ...planned }: Planned): AboveLimit | undefined {
  return overManualLimit({ lines: largestOf(planned), access }, planned.book)
}

/** The debits of that entry of it which moves the most in the currency of its book. */
export function largestOf({ terms, book, currencies }: Omit<Planned, 'access'>): Moved['lines'] {
  const moved = linesEver(terms, book.currency).map((lines) =>
    lines.map((line) => {
      const currency = line.currency ?? currencies.get(line.accountId) ?? book.currency
      return { currency, amountMinor: debitMinor(line, currency) }
    }),
  )
  const [first = [], ...more] = moved
  return more.reduce(
    (most, one) => (debitsIn(one, book.currency) > debitsIn(most, book.currency) ? one : most),
    first,
  )
}

/** 0 for an amount that its currency cannot tell: an entry with such a line is refused whenever it is tried. */
function debitMinor({ debit }: NewLine, currency: string): bigint {
  const read = debit === undefined ? undefined : minorOf(debit, currency)
  return read && 'minor' in read ? read.minor : 0n
}
