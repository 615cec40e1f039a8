import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

/** Every book that the caller sees, with the name of its entity: from these its part in the names of accounts is made. */
export async function bookNames(tx: Transaction): Promise<{ id: Id<'book'>; name: string }[]> {
  return tx.prepared(
    'select book.id, entity.name from book join entity on entity.id = book.entity_id order by book.id',
    [],
  )
}

export async function currenciesOf(tx: Transaction, bookId: Id<'book'>): Promise<string[]> {
  const rows = await tx.prepared<{ currency: string }>(
    'select distinct currency from account_day where book_id = $1 order by currency',
    [bookId],
  )
  return rows.map(({ currency }) => currency)
}

export interface JournalRow {
  id: Id<'entry'>
  effectiveOn: string
  memo: string
  lines: { account_id: Id<'account'>; currency: string; minor: string; business_id: string | null }[]
}

/** The entries of a book by their days, from the earliest. */
export async function journalRows(
  tx: Transaction,
  { bookId, after, limit }: { bookId: Id<'book'>; after: string[] | undefined; limit: number },
): Promise<JournalRow[]> {
  return tx.prepared<JournalRow & Record<string, unknown>>(
    `select entry.id, entry.effective_on as "effectiveOn", entry.memo, (
       select jsonb_agg(jsonb_build_object('account_id', account_id, 'currency', currency, 'minor', amount_minor::text,
         'business_id', business_id) order by position) from entry_line where entry_id = entry.id) as lines
     from entry where book_id = $1 and ($2::date is null or (effective_on, id) > ($2, $3::text))
     order by effective_on, id limit $4`,
    [bookId, after?.[0] ?? null, after?.[1] ?? null, limit],
  )
}
