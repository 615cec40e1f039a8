import { sql, type RawBuilder } from 'kysely'
import { idFrom, type Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'

export interface DisagreementRow {
  first_id: string
  first_name: string
  first_book_id: string | null
  second_id: string
  second_name: string
  second_book_id: string | null
  topic: 'balances' | 'results'
  currency: string
  /** Debits positive, of each in its own book. */
  first_minor: string
  second_minor: string
  first_accounts: Id<'account'>[]
  second_accounts: Id<'account'>[]
}

/**
 * What two entities have booked with each other, where it does not add up to nothing. Claims and debts meet in their own currency;
 * results, and goods in stock, in that of both books, and where those differ nobody can say from sums.
 */
export function disagreements(asOf: RawBuilder<unknown>) {
  return sql<DisagreementRow>`(
    with told as (
      select book.entity_id, line.partner_entity_id as partner_id, line.currency,
        case when account.type in ('income', 'expense') or account.caption in ('inventory', 'fixed-assets')
          then 'results' else 'balances' end as topic,
        sum(line.amount_minor) as minor, array_agg(distinct line.account_id::text) as accounts
      from entry_line as line join account on account.id = line.account_id join book on book.id = line.book_id
      left join book as other on other.entity_id = line.partner_entity_id
      where line.partner_entity_id is not null and line.effective_on <= ${asOf}
        and (case when account.type in ('income', 'expense') or account.caption in ('inventory', 'fixed-assets')
          then account.caption <> 'investment-income' and coalesce(other.currency, book.currency) = book.currency
          else account.type in ('asset', 'liability') and account.caption not in ('cash', 'investments-group',
            'investments-other', 'accumulated-depreciation', 'goodwill') end)
      group by 1, 2, 3, 4),
    met as (
      select least(entity_id, partner_id) as first_id, greatest(entity_id, partner_id) as second_id, topic, currency,
        coalesce(sum(minor) filter (where entity_id < partner_id), 0)::text as first_minor,
        coalesce(sum(minor) filter (where entity_id > partner_id), 0)::text as second_minor,
        coalesce((array_agg(to_jsonb(accounts)) filter (where entity_id < partner_id))[1], '[]') as first_accounts,
        coalesce((array_agg(to_jsonb(accounts)) filter (where entity_id > partner_id))[1], '[]') as second_accounts
      from told group by 1, 2, 3, 4 having sum(minor) <> 0)
    select met.*, one.name as first_name, two.name as second_name,
      (select id from book where entity_id = met.first_id) as first_book_id,
      (select id from book where entity_id = met.second_id) as second_book_id
    from met join entity as one on one.id = met.first_id join entity as two on two.id = met.second_id)`
}

/** As of the end of the last month that ended more than 31 days ago: until then it is for the two to settle. Whoever
 * sees one of the books alone would take the other side for missing, and is told nothing. */
export const DISAGREED = sql`
  select first_id as subject_id, second_id || ' ' || topic || ' ' || currency as other_id, null as business_id,
    first_id as entity_id, null::timestamptz as since,
    jsonb_build_object('first', first_name, 'second', second_name, 'topic', topic, 'currency', currency,
      'firstMinor', first_minor, 'secondMinor', second_minor, 'asOf', (${monthEnd()})::text) as facts
  from ${disagreements(monthEnd())} as found where (select covers_studio())`

function monthEnd(): RawBuilder<unknown> {
  return sql`(date_trunc('month', (now() at time zone 'UTC')::date - 31) - interval '1 day')::date`
}

export interface DisagreementFilter {
  asOf: string
  entityId?: Id<'entity'> | undefined
}

export async function pageOfDisagreements(
  tx: Transaction,
  filter: DisagreementFilter,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<DisagreementRow[]> {
  const page = found(filter)
    .selectAll('found')
    .orderBy('found.first_id')
    .orderBy('found.second_id')
    .orderBy('found.topic')
    .orderBy('found.currency')
    .limit(limit)
  const later =
    after &&
    sql<boolean>`(found.first_id, found.second_id, found.topic, found.currency)
      > (${after[0]}, ${after[1]}, ${after[2]}, ${after[3]})`
  return tx.rows(later ? page.where(later) : page)
}

export async function countDisagreements(tx: Transaction, filter: DisagreementFilter): Promise<number> {
  const counted = found(filter).select(sql<number>`count(*)::int`.as('total'))
  return (await tx.find(counted))?.total ?? 0
}

function found({ asOf, entityId }: DisagreementFilter) {
  const all = query.selectFrom(disagreements(sql`${asOf}::date`).as('found'))
  if (entityId === undefined) return all
  return all.where(sql<boolean>`${entityId} in (found.first_id, found.second_id)`)
}

export function bookIdFrom(id: string | null): Id<'book'> | null {
  return id === null ? null : idFrom('book', id)
}
