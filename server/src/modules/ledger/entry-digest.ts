import { hash } from 'node:crypto'

/** What of a posted entry can never change unseen; amounts in minor units, debits positive. */
export interface DigestedEntry {
  id: string
  bookId: string
  effectiveOn: string
  memo: string
  source: string
  externalId: string | null
  reversesId: string | null
  lines: readonly DigestedLine[]
}

export interface DigestedLine {
  accountId: string
  currency: string
  amountMinor: bigint
  businessId: string | null
  isOverhead: boolean
  partnerEntityId: string | null
  counterparty: string | null
  memo: string | null
  tags: readonly string[]
}

/**
 * SHA-256 over one JSON text of all of it, lines in their order. The audit line of the posting holds it, and is sealed:
 * whoever changes an entry must change its digest, and whoever changes that is told by the audit.
 */
export function digestOf(entry: DigestedEntry): Buffer {
  const { id, bookId, effectiveOn, memo, source, externalId, reversesId } = entry
  const lines = entry.lines.map((line) => [
    line.accountId,
    line.currency,
    String(line.amountMinor),
    line.businessId,
    line.isOverhead,
    line.partnerEntityId,
    line.counterparty,
    line.memo,
    line.tags,
  ])
  const text = JSON.stringify([
    'iza-entry-1',
    id,
    bookId,
    effectiveOn,
    memo,
    source,
    externalId,
    reversesId,
    lines,
  ])
  return hash('sha256', text, 'buffer')
}
