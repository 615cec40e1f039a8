import { monthDays } from '#kernel/periods.ts'
import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { bookNotFound } from '#server/modules/ledger/index.ts'
import { lockBooks } from './books-queries.ts'
import { setMark } from './marks-queries.ts'
import { monthIsClosed } from './problems.ts'
import type { MarkName } from './schema.ts'
import { stateOf } from './state-of.ts'

export interface Marked {
  bookId: Id<'book'>
  month: string
  mark: MarkName
  note: string | null
}

/** Locks the book first: what a person says of a month is said of the entries that it has then. */
export async function markMonth(
  { tx, access, actor, record }: CallContext,
  { bookId, month, mark, note }: Marked,
): Promise<Marked> {
  const { studioId } = present(access, 'a book belongs to a studio')
  const { startsOn } = await openMonth(tx, bookId, month)
  await setMark(tx, { studioId, bookId, startsOn, mark, note, actor })
  record({ type: 'closing.month-marked', subjectId: bookId, after: { month, mark, note } })
  return { bookId, month, mark, note }
}

/** Of a month that is closed for good nothing is said any more. */
export async function openMonth(tx: CallContext['tx'], bookId: Id<'book'>, month: string) {
  const days = monthDays(month)
  const [book] = await lockBooks(tx, [bookId])
  if (!book) throw bookNotFound(bookId)
  if (stateOf(days.endsOn, book) === 'hard') throw monthIsClosed(month)
  return days
}
