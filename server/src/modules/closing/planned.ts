import type { z } from 'zod'
import type { Due } from './due-occurrences.ts'
import type { PlannedOccurrence } from './schedule-schema.ts'

/** As it is told. */
export function planned({
  number,
  effectiveOn,
  memo,
  lines,
  entryId,
}: Due): z.output<typeof PlannedOccurrence> {
  return {
    number,
    effectiveOn,
    memo,
    lines: lines.map(({ accountId, debit, credit }) => ({
      accountId,
      debit: debit ?? null,
      credit: credit ?? null,
    })),
    entryId,
  }
}
