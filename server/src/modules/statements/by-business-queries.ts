import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

const BOOK = `select book.id, entity.name as entity, book.currency, book.fiscal_year_end as "fiscalYearEnd", by_business_from as from,
    by_business_since as since
  from book join entity on entity.id = book.entity_id`

export interface BookByBusiness {
  id: Id<'book'>
  entity: string
  currency: string
  fiscalYearEnd: string
  /** From which day on it balances by business, and since when that is known; null where it does not. */
  from: string | null
  since: string | null
}

export async function findBookByBusiness(
  tx: Transaction,
  bookId: Id<'book'>,
): Promise<BookByBusiness | undefined> {
  const [row] = await tx.prepared<BookByBusiness & Record<string, unknown>>(`${BOOK} where book.id = $1`, [
    bookId,
  ])
  return row
}

/** The books of the entities that hold these businesses now, and those in which they have lines up to a day; of these, what is open. */
export async function booksOfBusinesses(
  tx: Transaction,
  businessIds: readonly string[],
  to: string,
): Promise<BookByBusiness[]> {
  return tx.prepared<BookByBusiness & Record<string, unknown>>(
    `${BOOK} where book.entity_id in (select entity_id from business where id = any ($1))
       or book.id in (select book_id from entry_line where business_id = any ($1) and effective_on <= $2::date)
     order by entity.name, book.id`,
    [businessIds, to],
  )
}
