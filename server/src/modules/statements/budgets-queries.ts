import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Span, SpanSum } from '../ledger/index.ts'

export interface BudgetRow {
  accountId: string
  businessId: string | null
  /** The first day of the month. */
  month: string
  /** Null takes the figure away. */
  amountMinor: bigint | null
}

/** Replaces what was there for the same account, business and month. */
export async function writeBudget(
  tx: Transaction,
  { studioId, bookId }: { studioId: Id<'studio'>; bookId: Id<'book'> },
  rows: readonly BudgetRow[],
): Promise<void> {
  const given = JSON.stringify(
    rows.map(({ accountId, businessId, month, amountMinor }) => ({
      account_id: accountId,
      business_id: businessId,
      month,
      amount_minor: amountMinor === null ? null : String(amountMinor),
    })),
  )
  const recordset = `jsonb_to_recordset($1::jsonb) as given (account_id text, business_id text, month date, amount_minor bigint)`
  await tx.prepared(
    `delete from budget using ${recordset} where budget.book_id = $2 and budget.account_id = given.account_id
       and budget.business_id is not distinct from given.business_id and budget.month = given.month
       and given.amount_minor is null`,
    [given, bookId],
  )
  await tx.prepared(
    `insert into budget (studio_id, book_id, account_id, business_id, month, amount_minor)
     select $3, $2, account_id, business_id, month, amount_minor from ${recordset} where amount_minor is not null
     order by account_id, business_id, month
     on conflict (account_id, business_id, month) do update set amount_minor = excluded.amount_minor`,
    [given, bookId, studioId],
  )
}

/** Which of these accounts are income or expenses of the book. */
export async function resultAccounts(
  tx: Transaction,
  bookId: Id<'book'>,
  accountIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.prepared<{ id: string }>(
    `select id from account where book_id = $1 and id = any ($2) and type in ('income', 'expense')`,
    [bookId, accountIds],
  )
  return new Set(rows.map(({ id }) => id))
}

export interface BudgetScope {
  bookId?: string | undefined
  businessIds?: readonly string[] | undefined
  isOfNoBusiness?: boolean
}

/** Of the months of each span, and of a month that lies in it in part by its days; debits positive, as sums of lines are. */
export async function budgetsOfSpans(
  tx: Transaction,
  { bookId, businessIds, isOfNoBusiness = false }: BudgetScope,
  spans: readonly Span[],
): Promise<SpanSum[]> {
  const rows = await tx.prepared<{ at: number; accountId: Id<'account'>; currency: string; minor: string }>(
    `select (span.at - 1)::int as at, account.id as "accountId", account.book_currency as currency,
       sum(round(budget.amount_minor::numeric * (least(month.last_on, span.to_on) - greatest(budget.month, span.from_on) + 1)
           / (month.last_on - budget.month + 1))
         * case account.type when 'income' then -1 else 1 end)::bigint::text as minor
     from unnest($1::date[], $2::date[]) with ordinality as span (from_on, to_on, at)
     join budget on budget.month <= span.to_on
     cross join lateral (select (budget.month + interval '1 month - 1 day')::date as last_on) as month
     join account on account.id = budget.account_id
     where month.last_on >= span.from_on and ($3::text is null or budget.book_id = $3) and ($4::text[] is null or budget.business_id = any ($4))
       and (not $5::bool or budget.business_id is null)
     group by 1, 2, 3`,
    [
      spans.map(({ from }) => from),
      spans.map(({ to }) => to),
      bookId ?? null,
      businessIds ?? null,
      isOfNoBusiness,
    ],
  )
  return rows.map(({ minor, ...row }) => Object.assign(row, { minor: BigInt(minor) }))
}

export interface StoredBudget extends Record<string, unknown> {
  accountId: Id<'account'>
  businessId: Id<'business'> | null
  month: string
  minor: string
  currency: string
}

export async function pageOfBudget(
  tx: Transaction,
  { bookId, from, to }: { bookId: string; from: string; to: string },
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<StoredBudget[]> {
  return tx.prepared<StoredBudget>(
    `select account_id as "accountId", business_id as "businessId", to_char(month, 'YYYY-MM') as month,
       amount_minor::text as minor, book.currency
     from budget join book on book.id = budget.book_id
     where book_id = $1 and month between $2::date and $3::date
       and ($4::text is null or (to_char(month, 'YYYY-MM'), account_id, coalesce(business_id, '')) > ($4, $5, $6))
     order by to_char(month, 'YYYY-MM'), account_id, coalesce(business_id, '') limit $7`,
    [bookId, from, to, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
  )
}

export async function countBudget(
  tx: Transaction,
  { bookId, from, to }: { bookId: string; from: string; to: string },
): Promise<number> {
  const [row] = await tx.prepared<{ total: number }>(
    'select count(*)::int as total from budget where book_id = $1 and month between $2::date and $3::date',
    [bookId, from, to],
  )
  return row?.total ?? 0
}
