import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Uneven } from './between-lines.ts'

/** Locked: who posts waits, and finds then that it balances by business. What is posted can be added up after this. */
export async function lockByBusiness(
  tx: Transaction,
  bookId: Id<'book'>,
): Promise<{ entity: string; currency: string; byBusinessFrom: string | null } | undefined> {
  const [row] = await tx.prepared<{ entity: string; currency: string; byBusinessFrom: string | null }>(
    `select entity.name as entity, book.currency, by_business_from as "byBusinessFrom"
     from book join entity on entity.id = book.entity_id where book.id = $1 for no key update of book`,
    [bookId],
  )
  return row
}

/** What is uneven on each day from then on; that of all days before it is of the first. By day, then business, then currency. */
export async function unevenDays(
  tx: Transaction,
  bookId: Id<'book'>,
  from: string,
): Promise<(Uneven & { on: string })[]> {
  const rows = await tx.prepared<{
    on: string
    businessId: Id<'business'> | null
    currency: string
    minor: string
  }>(
    `select greatest(line.effective_on, $2::date) as on, line.business_id as "businessId", line.currency,
       sum(line.amount_minor)::text as minor
     from account join entry_line as line on line.account_id = account.id where account.book_id = $1
     group by 1, 2, 3 having sum(line.amount_minor) <> 0 order by 1, 2, 3`,
    [bookId, from],
  )
  return rows.map(({ minor, ...row }) => Object.assign(row, { amountMinor: BigInt(minor) }))
}

export async function beginByBusiness(
  tx: Transaction,
  { bookId, accountId, from }: { bookId: Id<'book'>; accountId: Id<'account'>; from: string },
): Promise<void> {
  await tx.prepared(
    `update book set between_account_id = $2, by_business_from = $3::date,
       by_business_since = date_trunc('milliseconds', now()) where id = $1`,
    [bookId, accountId, from],
  )
}
