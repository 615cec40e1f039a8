import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { bookNotFound } from '#server/modules/ledger/index.ts'
import { lockBooks, type LockedBook } from './books-queries.ts'

/** All of these books, locked; throws where one of them is not there for the caller. */
export async function lockedBooks(tx: Transaction, ids: readonly Id<'book'>[]): Promise<LockedBook[]> {
  const books = await lockBooks(tx, ids)
  const missing = ids.find((one) => !books.some((book) => book.id === one))
  if (missing) throw bookNotFound(missing)
  return books
}
