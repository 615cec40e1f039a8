import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { KnownAccount, KnownEntity } from './import-model.ts'

/** Every entity that the caller sees, with its book where it has one. */
export async function entitiesWithBooks(tx: Transaction): Promise<KnownEntity[]> {
  return tx.prepared<KnownEntity & Record<string, unknown>>(
    `select entity.id, entity.name, entity.functional_currency as currency, book.id as "bookId",
       book.closed_through as "closedThrough", book.soft_closed_through as "softClosedThrough",
       book.manual_limit_minor as "manualLimitMinor"
     from entity left join book on book.entity_id = entity.id order by entity.id`,
    [],
  )
}

export async function accountsOfBooks(
  tx: Transaction,
  bookIds: readonly string[],
): Promise<(KnownAccount & { bookId: string })[]> {
  if (bookIds.length === 0) return []
  return tx.prepared<KnownAccount & { bookId: string } & Record<string, unknown>>(
    `select id, book_id as "bookId", code, name, type, role, caption, currency, archived_at is not null as "isArchived"
     from account where book_id = any ($1) order by code`,
    [bookIds],
  )
}

/** What stood on the accounts of books, each as of its own day, in the currency of the book; what is 0 is left out. */
export async function balancesOfBooks(
  tx: Transaction,
  asked: readonly { bookId: string; on: string }[],
): Promise<{ bookId: string; on: string; accountId: Id<'account'>; minor: bigint }[]> {
  if (asked.length === 0) return []
  const rows = await tx.prepared<{ bookId: string; on: string; accountId: Id<'account'>; minor: string }>(
    `select given.book_id as "bookId", given.on_day as on, day.account_id as "accountId",
       sum(day.debit_minor - day.credit_minor)::text as minor
     from unnest($1::text[], $2::date[]) as given (book_id, on_day)
     join book on book.id = given.book_id
     join account_day as day on day.book_id = given.book_id and day.effective_on <= given.on_day
       and day.currency = book.currency
     group by given.book_id, given.on_day, day.account_id having sum(day.debit_minor - day.credit_minor) <> 0`,
    [asked.map(({ bookId }) => bookId), asked.map(({ on }) => on)],
  )
  return rows.map((row) => Object.assign(row, { minor: BigInt(row.minor) }))
}
