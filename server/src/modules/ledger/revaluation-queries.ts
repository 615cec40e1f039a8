import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Conversion } from './exchange-position.ts'

/** All that ever went through the exchange account up to a day and changed a currency, entry by entry. */
export async function conversionsUntil(
  tx: Transaction,
  bookId: Id<'book'>,
  on: string,
): Promise<Conversion[]> {
  const rows = await tx.prepared<{ on: string; moves: Record<string, string> }>(
    `select min(on_day) as on, jsonb_object_agg(currency, minor::text) as moves from (
       select line.entry_id, line.effective_on::text as on_day, line.currency, sum(line.amount_minor) as minor
       from account join entry_line as line on line.account_id = account.id
       where account.book_id = $1 and account.role = 'exchange' and line.effective_on <= $2::date
       group by 1, 2, 3) as moved
     group by entry_id having bool_or(currency <> (select currency from book where id = $1))
     order by min(on_day), entry_id`,
    [bookId, on],
  )
  return rows.map(({ on: day, moves }) => ({
    on: day,
    moves: new Map(Object.entries(moves).map(([currency, minor]) => [currency, BigInt(minor)])),
  }))
}

export interface RevaluationAccounts {
  exchange: Id<'account'> | null
  realised: Id<'account'> | null
  unrealised: Id<'account'> | null
}

export async function revaluationAccounts(tx: Transaction, bookId: Id<'book'>): Promise<RevaluationAccounts> {
  const rows = await tx.prepared<{ id: Id<'account'>; caption: string }>(
    `select distinct on (caption) id, caption from account where book_id = $1 and archived_at is null
       and caption in ('exchange', 'exchange-realised', 'exchange-unrealised') order by caption, code`,
    [bookId],
  )
  const of = (caption: string) => rows.find((row) => row.caption === caption)?.id ?? null
  return {
    exchange: of('exchange'),
    realised: of('exchange-realised'),
    unrealised: of('exchange-unrealised'),
  }
}

/** What revaluations up to a day have posted, gains positive, and how many there are of that very day. */
export async function revaluedBefore(
  tx: Transaction,
  bookId: Id<'book'>,
  on: string,
): Promise<{ realised: bigint; unrealised: bigint; sameDay: number }> {
  const [row] = await tx.prepared<{ realised: string; unrealised: string; sameDay: number }>(
    `select coalesce(-sum(amount_minor) filter (where caption = 'exchange-realised'), 0)::text as realised,
       coalesce(-sum(amount_minor) filter (where caption = 'exchange-unrealised'), 0)::text as unrealised,
       count(distinct entry.id) filter (where entry.effective_on = $2::date)::int as "sameDay"
     from entry join entry_line as line on line.entry_id = entry.id join account on account.id = line.account_id
     where entry.book_id = $1 and entry.effective_on <= $2::date and entry.external_id like 'revaluation:%'`,
    [bookId, on],
  )
  return {
    realised: BigInt(row?.realised ?? '0'),
    unrealised: BigInt(row?.unrealised ?? '0'),
    sameDay: row?.sameDay ?? 0,
  }
}

/** Nobody else revalues the book until the end of the transaction. */
export async function lockBook(tx: Transaction, bookId: Id<'book'>): Promise<void> {
  await tx.prepared(`select pg_advisory_xact_lock(hashtextextended('revalue ' || $1, 0))`, [bookId])
}
