import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

/** From the first day of the first month that is asked for to the last day of the last. */
export interface Within {
  startsOn: string
  endsOn: string
}

/** What entities of the studio say that they owe each other, month by month. */
export interface GroupSum {
  entityId: Id<'entity'>
  partnerId: Id<'entity'> | null
  of: 'trade' | 'loan'
  currency: string
  /** The first day of its month; what came before the first month is one sum, of the day before it. */
  month: string
  /** Debits less credits. */
  minor: bigint
}

/** Of one month beside all that came before: so any number of months costs one reading of the lines. */
const monthOf = (day: string) => `greatest(date_trunc('month', ${day}::timestamp)::date, $2::date - 1)::text`

const SUMS = `select book.entity_id as "entityId", line.partner_entity_id as "partnerId",
    case when account.caption in ('due-from-group', 'due-to-group') then 'trade' else 'loan' end as of,
    line.currency, ${monthOf('line.effective_on')} as month, sum(line.amount_minor)::text as minor
  from book join account on account.book_id = book.id join entry_line as line on line.account_id = account.id
  where account.caption in ('due-from-group', 'due-to-group', 'loans-to-group', 'loans-from-group')
    and line.effective_on <= $3::date`

/** Of these books with whomever, and of whomever with these: two readings, each by an index of its own. */
export async function groupSums(
  tx: Transaction,
  books: readonly { id: Id<'book'> | null; entityId: Id<'entity'> }[],
  { startsOn, endsOn }: Within,
): Promise<GroupSum[]> {
  const rows = await tx.prepared<Omit<GroupSum, 'minor'> & { minor: string }>(
    `${SUMS} and book.id = any ($1) group by 1, 2, 3, 4, 5
     union all ${SUMS} and line.partner_entity_id = any ($4) and book.id <> all ($1) group by 1, 2, 3, 4, 5`,
    [books.flatMap(({ id }) => id ?? []), startsOn, endsOn, books.map(({ entityId }) => entityId)],
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

/** What moved in a month on an account that is for cash, or in a foreign currency. */
export interface Moved {
  bookId: Id<'book'>
  accountId: Id<'account'>
  isCash: boolean
  isForeign: boolean
  currency: string
  /** As in `GroupSum`. */
  month: string
  /** Debits less credits. */
  minor: bigint
}

export async function movedIn(
  tx: Transaction,
  bookIds: readonly Id<'book'>[],
  { startsOn, endsOn }: Within,
): Promise<Moved[]> {
  const rows = await tx.prepared<Omit<Moved, 'minor'> & { minor: string }>(
    `select account.book_id as "bookId", account.id as "accountId", account.role is not distinct from 'cash' as "isCash",
       account.is_monetary and account.currency <> account.book_currency as "isForeign", day.currency,
       ${monthOf('day.effective_on')} as month, sum(day.debit_minor - day.credit_minor)::text as minor
     from account join account_day as day on day.account_id = account.id
     where account.book_id = any ($1) and day.effective_on <= $3::date
       and (account.role = 'cash' or (account.is_monetary and account.currency <> account.book_currency))
     group by account.id, day.currency, 6`,
    [bookIds, startsOn, endsOn],
  )
  return rows.map((row) => Object.assign(row, { minor: BigInt(row.minor) }))
}

/** The days within on which each book was revalued. */
export async function revaluedOn(
  tx: Transaction,
  bookIds: readonly Id<'book'>[],
  { startsOn, endsOn }: Within,
): Promise<Map<Id<'book'>, Set<string>>> {
  const rows = await tx.prepared<{ bookId: Id<'book'>; on: string }>(
    `select distinct book_id as "bookId", effective_on::text as on from entry
     where book_id = any ($1) and effective_on between $2::date and $3::date and source = 'revaluation'`,
    [bookIds, startsOn, endsOn],
  )
  const days = new Map<Id<'book'>, Set<string>>()
  for (const { bookId, on } of rows) days.set(bookId, (days.get(bookId) ?? new Set()).add(on))
  return days
}
