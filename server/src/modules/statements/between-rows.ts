import { CAPTIONS, type Section } from '#kernel/captions.ts'
import { computedRow, signed, sumOf, type Figure, type Row, type Side } from './statement-rows.ts'

/** What of a section is between the businesses that a statement combines: taken out of it, in a row of its own. */
export function betweenRows(
  between: readonly Figure[],
  { section, side, columns }: { section: Section; side: Side; columns: number },
): Row[] {
  const own = between.filter(({ account }) => CAPTIONS[account.caption].section === section)
  if (own.length === 0) return []
  const taken = sumOf(
    own.map(({ amounts }) => signed(amounts, side === 'credit' ? 'debit' : 'credit')),
    columns,
  )
  return [{ ...computedRow('between-businesses', taken), key: `between:${section}` }]
}
