import type { CaptionName } from '#kernel/captions.ts'
import type { Transaction } from '#server/database/database.ts'
import type { BareSale, StakeGain } from './consolidation-model.ts'
import { movesCash } from '#server/modules/statements/index.ts'
import { PRICE_WITHIN_DAYS } from './group-ownership.ts'
import type { MovementsWanted } from './movements-queries.ts'

type Wanted = Pick<MovementsWanted, 'books' | 'to' | 'knownAt'>

/** What a sale of stakes may be booked to: all of the financial result but dividends and exchange differences. */
const RESULT_OF_STAKES: readonly CaptionName[] = [
  'interest-income',
  'other-income',
  'interest-expense',
  'other-financial-expense',
]

/** Where more lines pass through an account than that, it is none that was left for one sale, and is read no further. */
const PASSING_MAX = 20

/** Entries that move one investment and no other. Looked up one by one: joined without statistics it ran into its time limit. */
const MOVED = `
  with held as materialized (
    select account.id, account.caption, book.entity_id
    from unnest($1::text[]) as given (book_id)
    cross join lateral (select * from book where book.id = given.book_id offset 0) as book
    cross join lateral (select * from account where account.book_id = book.id
      and account.caption in ('investments-group', 'investments-other') offset 0) as account),
  moved as materialized (
    select line.entry_id, held.entity_id, min(line.partner_entity_id) as partner_id, min(held.id) as account_id,
      min(held.caption) as caption, min(line.effective_on) as sold_on, min(line.currency) as currency, sum(line.amount_minor) as minor
    from held
    cross join lateral (select * from entry_line where entry_line.account_id = held.id
      and entry_line.partner_entity_id is not null and entry_line.effective_on <= $2::date offset 0) as line
    cross join lateral (select recorded_at from entry where entry.id = line.entry_id offset 0) as entry
    where entry.recorded_at <= $3::timestamptz
    group by 1, 2 having count(distinct (line.partner_entity_id, held.id, line.currency)) = 1),
  beside as materialized (
    select moved.*, account.id as other_id, account.type as other_type, account.caption as other_caption, line.partner_entity_id,
      line.currency as other_currency, line.amount_minor as other_minor,
      bool_and(account.id = moved.account_id or account.caption = any ($4)) over (partition by moved.entry_id) as is_valuation,
      bool_or(account.caption = 'cash') over (partition by moved.entry_id) as is_with_cash
    from moved
    cross join lateral (select * from entry_line where entry_line.entry_id = moved.entry_id offset 0) as line
    cross join lateral (select * from account where account.id = line.account_id offset 0) as account)`

/**
 * What stands with a stake in the same entry as its gain or loss: where it is taken from, or where the entry says what it is worth. Of all
 * days up to the last, for goodwill counts what was said on its own.
 */
const BESIDE = `${MOVED}
  select entity_id as "entityId", other_id as "accountId", other_caption as caption, partner_entity_id::text as "resultPartnerId",
    partner_id::text as "partnerId", account_id as "investmentAccountId", caption as "investmentCaption", other_currency as currency,
    sold_on as "on", sold_on as "soldOn", is_valuation as "isValuation", is_with_cash as "isWithCash",
    sum(other_minor)::text as minor
  from beside where other_caption = any ($4) and (minor < 0 or is_valuation)
  group by entry_id, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12 order by 1, 2, 9, 5, 4, entry_id`

/**
 * A stake that is taken out through one account that is neither cash nor a result: its gain is in another entry. It is found where that
 * account is left with nothing a month before to a month after, and what passed through it is this entry, one with a gain or loss,
 * and at most one that brings the cash. Whatever else passes could have another gain in it, and is left alone.
 */
const THROUGH = `${MOVED},
  bare as materialized (
    select entry_id, entity_id, partner_id, account_id, caption, sold_on, currency, minor, min(other_id) as through_id,
      count(distinct other_id) as throughs
    from beside where minor < 0 and other_id <> account_id
    group by 1, 2, 3, 4, 5, 6, 7, 8 having bool_and(other_type in ('asset', 'liability') and other_caption <> 'cash')),
  passing as materialized (
    select bare.entry_id, line.entry_id as passing_id, with_what.has_result, with_what.has_cash, sum(line.amount_minor) as minor,
      count(*) as lines, min(line.currency) as first_currency, max(line.currency) as last_currency
    from bare
    cross join lateral (select line.* from entry_line as line join entry on entry.id = line.entry_id
      where line.account_id = bare.through_id and entry.recorded_at <= $3::timestamptz
        and line.effective_on between bare.sold_on - $5::int and least(bare.sold_on + $5::int, $2::date)
      limit ${PASSING_MAX + 1}) as line
    cross join lateral (select bool_or(account.caption = any ($4)) as has_result, bool_or(account.caption = 'cash') as has_cash
      from entry_line as other join account on account.id = other.account_id where other.entry_id = line.entry_id) as with_what
    where bare.throughs = 1
    group by 1, 2, 3, 4),
  found as materialized (
    select entry_id, min(passing_id) filter (where has_result) as gain_id from passing group by 1
    having sum(minor) = 0 and sum(lines) <= ${PASSING_MAX} and min(first_currency) = max(last_currency)
      and count(*) filter (where has_result) = 1
      and count(*) filter (where passing_id <> entry_id and not has_result) <= 1
      and bool_and(passing_id = entry_id or has_result or has_cash))
  select bare.entity_id as "entityId", gain.account_id as "accountId", gain.caption, gain.partner_id as "resultPartnerId",
    bare.partner_id::text as "partnerId", bare.account_id as "investmentAccountId", bare.caption as "investmentCaption",
    coalesce(gain.currency, bare.currency) as currency, coalesce(gain.effective_on, bare.sold_on) as "on", bare.sold_on as "soldOn",
    false as "isValuation", coalesce(gain.has_cash, false) as "isWithCash", coalesce(gain.minor, bare.minor)::text as minor
  from bare left join found using (entry_id)
  left join lateral (select account.id as account_id, account.caption, line.partner_entity_id::text as partner_id, line.currency,
      line.effective_on, sum(line.amount_minor) as minor, ${movesCash('found.gain_id')} as has_cash
    from entry_line as line join account on account.id = line.account_id
    where line.entry_id = found.gain_id and account.caption = any ($4) group by 1, 2, 3, 4, 5) as gain on true
  order by 1, 2, 9, 5, 4, bare.entry_id`

/** Gains and losses that were booked with stakes; and stakes that were taken out where none can be found. */
export async function readStakeGains(
  tx: Transaction,
  { books, to, knownAt }: Wanted,
): Promise<{ gains: StakeGain[]; bareSales: BareSale[] }> {
  const given = [books.map(({ bookId }) => bookId), to, knownAt, RESULT_OF_STAKES]
  const [beside, through] = await Promise.all([
    tx.prepared<GainRow>(BESIDE, given),
    tx.prepared<GainRow>(THROUGH, [...given, PRICE_WITHIN_DAYS]),
  ])
  const read = [...beside, ...through].map((row) => Object.assign(row, { minor: BigInt(row.minor) }))
  return { gains: read.filter(isGain), bareSales: read.filter((row) => !isGain(row)) }
}

function isGain<Row extends Pick<GainRow, 'accountId' | 'caption'>>(
  row: Row,
): row is Row & Pick<StakeGain, 'accountId' | 'caption'> {
  return row.accountId !== null && row.caption !== null
}

type GainRow = Omit<StakeGain, 'accountId' | 'caption' | 'minor'> & {
  accountId: string | null
  caption: CaptionName | null
  minor: string
} & Record<string, unknown>
