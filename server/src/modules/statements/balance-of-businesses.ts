import { present } from '#kernel/assert.ts'
import { fiscalYearStart } from '#kernel/periods.ts'
import type { Transaction } from '#server/database/database.ts'
import { statementAccounts, sumsOfBusinesses, type SpanSum } from '../ledger/index.ts'
import { booksOfBusinesses } from './by-business-queries.ts'
import { columnsByBusiness } from './columns-by-business.ts'
import { accountIds, balanceOf, known, type Asked, type Composed } from './compose-statement.ts'
import { agreedBetween } from './agreed-between.ts'
import { mostUsed } from './most-used.ts'
import { noBookBalances } from './problems.ts'
import { owedBetween } from './statements-queries.ts'

/**
 * What businesses own and owe, several of them combined: what they have between them in one book is of one account, and comes to
 * nothing by itself; what they owe each other across books is taken out as far as both sides say so. Each of their books has to balance by business; of a day before it does there is no column.
 */
export async function balanceOfBusinesses(
  tx: Transaction,
  businessIds: readonly string[],
  asked: Asked,
): Promise<Composed> {
  const days = asked.periods.map(({ to }) => to).toSorted()
  const { recordedAt } = known(asked)
  const books = await booksOfBusinesses(tx, businessIds, present(days.at(-1), 'a column'))
  if (books.length === 0) throw noBookBalances()
  const { spans, emptyBecause } = columnsByBusiness(books, asked)
  const standing = await sumsOfBusinesses(tx, businessIds, { spans, recordedAt })
  const thisYear: SpanSum[] = []
  // Fiscal years end as each book has it.
  for (const [end, own] of Map.groupBy(books, ({ fiscalYearEnd }) => fiscalYearEnd)) {
    const years = spans.map(({ to }) => ({ from: fiscalYearStart(to, end), to }))
    const sums = await sumsOfBusinesses(tx, businessIds, { spans: years, recordedAt })
    const accounts = await statementAccounts(tx, accountIds(sums))
    const bookIds = new Set<string | undefined>(own.map(({ id }) => id))
    thisYear.push(...sums.filter(({ accountId }) => bookIds.has(accounts.get(accountId)?.bookId)))
  }
  const currency = asked.currency ?? mostUsed(books.map((book) => book.currency))
  const owed = await owedBetween(tx, businessIds, {
    bookIds: books.map(({ id }) => id),
    days: spans.map(({ to }) => to),
    recordedAt,
  })
  const sums = { standing, thisYear, between: agreedBetween(owed) }
  const made = await balanceOf(tx, sums, { spans, recordedAt, currency })
  return { ...made, currency, emptyBecause }
}
