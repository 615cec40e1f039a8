import { z } from 'zod'
import { idFrom } from '#kernel/ids.ts'
import type { Said } from '#kernel/languages.ts'
import type { Change, HeldWords } from '#server/catalogue/operation.ts'
import type { Transaction } from '#server/database/database.ts'
import { amountsSaid, calledSaid, heldInBooks, heldUnposted } from './held-words.ts'
import { findUnposted } from './unposted-queries.ts'

const Before = z.object({ memo: z.string().nullable(), lines: z.int() })

/** A draft that would be kept. */
export async function heldNewDraft(
  tx: Transaction,
  [made]: readonly Change[],
): Promise<HeldWords | undefined> {
  return made && heldUnposted(tx, { id: idFrom('draft', made.subjectId), kind: 'draft' })
}

/** A draft that would be written anew: as it is then, and what it was called and how long it was. */
export async function heldDraftChange(
  tx: Transaction,
  [change]: readonly Change[],
): Promise<HeldWords | undefined> {
  const row = change && (await findUnposted(tx, { id: idFrom('draft', change.subjectId), kind: 'draft' }))
  if (!row) return undefined
  const before = Before.parse(change.before)
  const { bookId, memo, effectiveOn, lineCount, sums } = row
  const [called, was, amounts] = [calledSaid(memo), calledSaid(before.memo), amountsSaid(sums)]
  const [lines, wasLines] = [linesSaid(lineCount), linesSaid(before.lines)]
  return heldInBooks(tx, [bookId], (names) => ({
    en: `${called.en}: ${amounts.en}${effectiveOn === null ? '' : ` on ${effectiveOn}`}, ${lines.en}; before: ${was.en}, ${wasLines.en}; in the book of ${names.en}.`,
    de: `${called.de}: ${amounts.de}${effectiveOn === null ? '' : ` am ${effectiveOn}`}, ${lines.de}; bisher: ${was.de}, ${wasLines.de}; im Buch von ${names.de}.`,
  }))
}

function linesSaid(count: number): Said {
  return count === 1 ? { en: '1 line', de: '1 Zeile' } : { en: `${count} lines`, de: `${count} Zeilen` }
}
