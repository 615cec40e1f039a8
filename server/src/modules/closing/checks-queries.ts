import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

/** What entities of the studio say that they owe each other, up to a day. */
export interface GroupSum {
  entityId: Id<'entity'>
  partnerId: Id<'entity'> | null
  of: 'trade' | 'loan'
  currency: string
  /** Debits less credits. */
  minor: bigint
}

const SUMS = `select book.entity_id as "entityId", line.partner_entity_id as "partnerId",
    case when account.caption in ('due-from-group', 'due-to-group') then 'trade' else 'loan' end as of,
    line.currency, sum(line.amount_minor)::text as minor
  from book join account on account.book_id = book.id join entry_line as line on line.account_id = account.id
  where account.caption in ('due-from-group', 'due-to-group', 'loans-to-group', 'loans-from-group')
    and line.effective_on <= $2::date`

/** Of these books with whomever, and of whomever with these: two readings, each by an index of its own. */
export async function groupSums(
  tx: Transaction,
  books: readonly { id: Id<'book'>; entityId: Id<'entity'> }[],
  endsOn: string,
): Promise<GroupSum[]> {
  const rows = await tx.prepared<Omit<GroupSum, 'minor'> & { minor: string }>(
    `${SUMS} and book.id = any ($1) group by 1, 2, 3, 4
     union all ${SUMS} and line.partner_entity_id = any ($3) and book.id <> all ($1) group by 1, 2, 3, 4`,
    [books.map(({ id }) => id), endsOn, books.map(({ entityId }) => entityId)],
  )
  return rows.map((row) => Object.assign(row, { minor: BigInt(row.minor) }))
}

/** Which entities have a book that the caller can read. */
export async function entitiesWithBooks(tx: Transaction, ids: readonly string[]): Promise<Set<Id<'entity'>>> {
  const rows = await tx.prepared<{ id: Id<'entity'> }>(
    'select entity_id as id from book where entity_id = any ($1)',
    [ids],
  )
  return new Set(rows.map(({ id }) => id))
}

export interface BookFacts {
  bookId: Id<'book'>
  /** Accounts for cash that hold something, or moved in the month. */
  cashAccounts: number
  /** Currencies of balances that are not in that of the book. */
  foreign: string[]
  isRevalued: boolean
}

export async function factsOf(
  tx: Transaction,
  bookIds: readonly Id<'book'>[],
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
): Promise<Map<Id<'book'>, BookFacts>> {
  const rows = await tx.prepared<BookFacts & Record<string, unknown>>(
    `select book.id as "bookId",
       (select count(*)::int from account where account.book_id = book.id and role = 'cash' and (
          (select coalesce(sum(debit_minor - credit_minor), 0) from account_day
            where account_id = account.id and effective_on <= $3::date) <> 0
          or exists (select from account_day where account_id = account.id
            and effective_on between $2::date and $3::date))) as "cashAccounts",
       array(select day.currency from account join account_day as day on day.account_id = account.id
          where account.book_id = book.id and account.is_monetary and account.currency <> book.currency
            and day.effective_on <= $3::date
          group by day.account_id, day.currency having sum(debit_minor - credit_minor) <> 0) as foreign,
       exists (select from entry where entry.book_id = book.id and effective_on = $3::date
          and source = 'revaluation') as "isRevalued"
     from book where book.id = any ($1)`,
    [bookIds, startsOn, endsOn],
  )
  return new Map(rows.map((row) => [row.bookId, row]))
}
