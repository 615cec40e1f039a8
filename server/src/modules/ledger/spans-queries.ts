import type { Id } from '#kernel/ids.ts'
import type { CaptionName } from '#kernel/captions.ts'
import type { Transaction } from '#server/database/database.ts'
import type { AccountType } from './schema.ts'

/** Days from the first to the last; without a first, from the beginning. */
export interface Span {
  from: string | null
  to: string
}

export interface SpanSum {
  /** Which of the spans, from 0. */
  at: number
  accountId: Id<'account'>
  currency: string
  /** Minor units; debits are positive. */
  minor: bigint
}

interface Row extends Record<string, unknown> {
  at: number
  accountId: Id<'account'>
  currency: string
  minor: string
}

/** The first instant after the day of an instant, in UTC, as sums by day count days. */
export const dayAfter = (instant: string) =>
  `(((${instant}::timestamptz at time zone 'UTC')::date + 1)::timestamp at time zone 'UTC')`

const SPANS = `unnest($2::date[], $3::date[]) with ordinality as span (from_on, to_on, at)`

/** What moved on each account of a book within each span, by currency, as it was known at an instant. Costs days, and not lines. */
export async function sumsOfSpans(
  tx: Transaction,
  bookId: Id<'book'>,
  { spans, recordedAt }: { spans: readonly Span[]; recordedAt: string | null },
): Promise<SpanSum[]> {
  const byDay = `select span.at, account_id, currency, sum(debit_minor - credit_minor) as minor
    from ${SPANS} join account_day as day on day.book_id = $1 and day.effective_on between span.from_on and span.to_on
    where $4::timestamptz is null or recorded_on <= ($4::timestamptz at time zone 'UTC')::date group by 1, 2, 3`
  // The sums of the day of the instant hold what was recorded after it, too.
  const laterThatDay = `select span.at, line.account_id, line.currency, -sum(line.amount_minor)
    from ${SPANS} join entry on entry.book_id = $1 and entry.effective_on between span.from_on and span.to_on
      and entry.recorded_at > $4::timestamptz
      and entry.recorded_at < ${dayAfter('$4')}
    join entry_line as line on line.entry_id = entry.id group by 1, 2, 3`
  const all =
    recordedAt === null
      ? byDay
      : `select at, account_id, currency, sum(minor) as minor from (${byDay} union all ${laterThatDay}) as both_parts group by 1, 2, 3`
  const rows = await tx.prepared<Row>(
    `select (at - 1)::int as at, account_id as "accountId", currency, minor::text from (${all}) as summed where minor <> 0`,
    [bookId, ...daysOf(spans), recordedAt],
  )
  return rows.map(toSum)
}

/** The same of the lines of some businesses, in whatever books they lie. Costs their lines. */
export async function sumsOfBusinesses(
  tx: Transaction,
  businessIds: readonly string[],
  { spans, recordedAt }: { spans: readonly Span[]; recordedAt: string | null },
): Promise<SpanSum[]> {
  const known = `and ($4::timestamptz is null or exists (select from entry where entry.id = line.entry_id
    and entry.recorded_at <= $4::timestamptz))`
  const rows = await tx.prepared<Row>(
    `select (span.at - 1)::int as at, account_id as "accountId", currency, sum(amount_minor)::text as minor
     from ${SPANS} join entry_line as line on line.business_id = any ($1)
       and line.effective_on between span.from_on and span.to_on ${known}
     group by 1, 2, 3 having sum(amount_minor) <> 0`,
    [businessIds, ...daysOf(spans), recordedAt],
  )
  return rows.map(toSum)
}

/**
 * What the lines of a book come to that name no business, and those that name one; of these types of accounts. Costs the lines of the
 * spans, for the sums by day know no business.
 */
export async function sumsByNaming(
  tx: Transaction,
  bookId: Id<'book'>,
  given: { spans: readonly Span[]; recordedAt: string | null; types: readonly AccountType[] },
): Promise<{ ofNone: SpanSum[]; ofAny: SpanSum[] }> {
  const { spans, recordedAt, types } = given
  const rows = await tx.prepared<Row & { isOfNone: boolean }>(
    `select (span.at - 1)::int as at, line.account_id as "accountId", line.currency, line.business_id is null as "isOfNone",
       sum(line.amount_minor)::text as minor
     from ${SPANS} join account on account.book_id = $1 and account.type = any ($5)
     join entry_line as line on line.account_id = account.id and line.effective_on between span.from_on and span.to_on
       and ($4::timestamptz is null or exists (select from entry where entry.id = line.entry_id
         and entry.recorded_at <= $4::timestamptz))
     group by 1, 2, 3, 4 having sum(line.amount_minor) <> 0`,
    [bookId, ...daysOf(spans), recordedAt, types],
  )
  return {
    ofNone: rows.filter(({ isOfNone }) => isOfNone).map(toSum),
    ofAny: rows.filter(({ isOfNone }) => !isOfNone).map(toSum),
  }
}

/** What moved on each day, of accounts in another currency than their book: each day has its own rate. */
export async function foreignDays(
  tx: Transaction,
  bookId: Id<'book'>,
  { spans, recordedAt }: { spans: readonly Span[]; recordedAt: string | null },
): Promise<(SpanSum & { on: string })[]> {
  const known = `and ($4::timestamptz is null or entry.recorded_at <= $4::timestamptz)`
  const rows = await tx.prepared<Row & { on: string }>(
    `select (span.at - 1)::int as at, line.account_id as "accountId", line.currency, line.effective_on::text as on,
       sum(line.amount_minor)::text as minor
     from ${SPANS} join account on account.book_id = $1 and account.currency <> account.book_currency
     join entry_line as line on line.account_id = account.id and line.effective_on between span.from_on and span.to_on
     join entry on entry.id = line.entry_id ${known}
     group by 1, 2, 3, 4 having sum(line.amount_minor) <> 0`,
    [bookId, ...daysOf(spans), recordedAt],
  )
  return rows.map((row) => Object.assign(toSum(row), { on: row.on }))
}

/** An account with what a statement needs to show it. */
export interface StatementAccount {
  id: Id<'account'>
  bookId: Id<'book'>
  entity: { id: Id<'entity'>; name: string }
  /** The functional currency of its book. */
  bookCurrency: string
  code: string
  name: string
  type: AccountType
  caption: CaptionName
  /** Null for the exchange account. */
  currency: string | null
}

/** Of these, only those whose book is open to the caller. */
export async function statementAccounts(
  tx: Transaction,
  accountIds: readonly string[],
): Promise<Map<string, StatementAccount>> {
  const rows = await tx.prepared<
    Omit<StatementAccount, 'entity'> & { entityId: Id<'entity'>; entityName: string } & Record<
        string,
        unknown
      >
  >(
    `select account.id, account.book_id as "bookId", account.code, account.name, account.type, account.caption, account.currency,
       book.currency as "bookCurrency", entity.id as "entityId", entity.name as "entityName"
     from account join book on book.id = account.book_id join entity on entity.id = book.entity_id
     where account.id = any ($1)`,
    [accountIds],
  )
  return new Map(
    rows.map(({ entityId, entityName, ...account }) => [
      account.id,
      { ...account, entity: { id: entityId, name: entityName } },
    ]),
  )
}

export interface BookOfStatement {
  id: Id<'book'>
  entity: { id: Id<'entity'>; name: string }
  currency: string
  fiscalYearEnd: string
}

export async function findBookOfStatement(
  tx: Transaction,
  bookId: Id<'book'>,
): Promise<BookOfStatement | undefined> {
  const [row] = await tx.prepared<{
    entityId: Id<'entity'>
    name: string
    currency: string
    yearEnd: string
  }>(
    `select entity.id as "entityId", entity.name, book.currency, book.fiscal_year_end as "yearEnd"
     from book join entity on entity.id = book.entity_id where book.id = $1`,
    [bookId],
  )
  return (
    row && {
      id: bookId,
      entity: { id: row.entityId, name: row.name },
      currency: row.currency,
      fiscalYearEnd: row.yearEnd,
    }
  )
}

function daysOf(spans: readonly Span[]): [string[], string[]] {
  return [spans.map(({ from }) => from ?? '0001-01-01'), spans.map(({ to }) => to)]
}

function toSum({ at, accountId, currency, minor }: Row): SpanSum {
  return { at, accountId, currency, minor: BigInt(minor) }
}
