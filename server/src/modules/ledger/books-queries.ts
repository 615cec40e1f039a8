import { sql, type RawBuilder } from 'kysely'
import { idFrom, type Id } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { containing } from '#server/database/like-pattern.ts'
import type { Book } from './schema.ts'

export interface NewBook {
  id: Id<'book'>
  studioId: Id<'studio'>
  entityId: Id<'entity'>
  currency: string
  fiscalYearEnd: string
  basis: Book['basis']
}

export async function insertBook(tx: Transaction, book: NewBook): Promise<void> {
  await tx.prepared(
    `insert into book (id, studio_id, entity_id, currency, fiscal_year_end, basis) values ($1, $2, $3, $4, $5, $6)`,
    [book.id, book.studioId, book.entityId, book.currency, book.fiscalYearEnd, book.basis],
  )
}

export interface EntityForBook {
  id: Id<'entity'>
  name: string
  currency: string | null
  fiscalYearEnd: string | null
  bookId: string | null
}

/** Locked, so that two who open its book follow each other. */
export async function lockEntity(tx: Transaction, id: Id<'entity'>): Promise<EntityForBook | undefined> {
  const [row] = await tx.prepared<EntityForBook & Record<string, unknown>>(
    `select entity.id, entity.name, functional_currency as currency, fiscal_year_end as "fiscalYearEnd",
       (select id from book where book.entity_id = entity.id) as "bookId"
     from entity where entity.id = $1 for update`,
    [id],
  )
  return row
}

/** Who holds a stake in it today, by name: each has a capital account of their own in an LLC. */
export async function membersOf(tx: Transaction, entityId: Id<'entity'>): Promise<string[]> {
  const rows = await tx.prepared<{ name: string }>(
    `select coalesce(owner.name, holder.name) as name from stake
     left join entity as owner on owner.id = stake.owner_entity_id left join holder on holder.id = stake.owner_holder_id
     where stake.entity_id = $1 and withdrawn_at is null and from_on <= current_date
       and (until_on is null or until_on >= current_date) and coalesce(owner.name, holder.name) is not null
     group by 1 order by 1 limit 50`,
    [entityId],
  )
  return rows.map(({ name }) => name)
}

export interface BookFilter {
  ids?: readonly string[] | undefined
  entityId?: string | undefined
  search?: string | undefined
}

const COLUMNS = [
  sql<Id<'book'>>`book.id`.as('id'),
  sql<string>`book.entity_id`.as('entity_id'),
  sql<string>`entity.name`.as('entity_name'),
  sql<string>`book.currency`.as('currency'),
  sql<string>`book.fiscal_year_end`.as('fiscal_year_end'),
  sql<Book['basis']>`book.basis`.as('basis'),
  sql<string>`book.opened_at`.as('opened_at'),
  sql<string | null>`book.closed_through`.as('closed_through'),
  sql<string | null>`book.manual_limit_minor`.as('manual_limit_minor'),
  sql<string | null>`book.soft_closed_through`.as('soft_closed_through'),
  sql<string | null>`book.by_business_from`.as('by_business_from'),
  sql<number>`(select count(*)::int from account where account.book_id = book.id and archived_at is null)`.as(
    'accounts',
  ),
  sql<string | null>`(select max(effective_on) from entry where entry.book_id = book.id)`.as(
    'last_effective_on',
  ),
  sql<{ currency: string; minor: string }[] | null>`(
    select jsonb_agg(jsonb_build_object('currency', currency, 'minor', minor::text) order by currency) from (
      select day.currency, sum(debit_minor - credit_minor) as minor from account join account_day as day
        on day.account_id = account.id
      where account.book_id = book.id and account.role = 'cash' and day.effective_on <= (now() at time zone 'UTC')::date
      group by day.currency) as held)`.as('cash'),
] as const

export async function pageOfBooks(
  tx: Transaction,
  filter: BookFilter,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<Book[]> {
  const page = books(filter)
    .select(COLUMNS)
    .orderBy(sql`entity.name collate "und-x-icu"`)
    .orderBy(sql`book.id`)
    .limit(limit)
  const later =
    after && sql<boolean>`(entity.name collate "und-x-icu", book.id) > (${after[0]}, ${after[1]}::text)`
  const rows = await tx.rows(later ? page.where(later) : page)
  return rows.map(bookOf)
}

export async function countBooks(tx: Transaction, filter: BookFilter): Promise<number> {
  const row = await tx.find(books(filter).select(sql<number>`count(*)::int`.as('total')))
  return row?.total ?? 0
}

export async function findBook(tx: Transaction, id: Id<'book'>): Promise<Book | undefined> {
  const row = await tx.find(books({ ids: [id] }).select(COLUMNS))
  return row && bookOf(row)
}

/** Locked, so that of two changes the later one knows the first. */
export async function lockManualLimit(
  tx: Transaction,
  id: Id<'book'>,
): Promise<{ currency: string; limitMinor: bigint | null } | undefined> {
  const [row] = await tx.prepared<{ currency: string; limitMinor: bigint | null }>(
    `select currency, manual_limit_minor as "limitMinor" from book where id = $1 for no key update`,
    [id],
  )
  return row
}

export async function setManualLimitRow(
  tx: Transaction,
  id: Id<'book'>,
  limitMinor: bigint | null,
): Promise<void> {
  await tx.prepared('update book set manual_limit_minor = $2 where id = $1', [id, limitMinor])
}

/** What a book holds as a whole: cash over all books, by currency, with how many books it is of. */
export async function cashOfBooks(
  tx: Transaction,
): Promise<{ currency: string; minor: bigint; books: number }[]> {
  const rows = await tx.prepared<{ currency: string; minor: string; books: number }>(
    `select day.currency, sum(debit_minor - credit_minor)::text as minor, count(distinct account.book_id)::int as books
     from account join account_day as day on day.account_id = account.id
     where account.role = 'cash' and day.effective_on <= (now() at time zone 'UTC')::date
     group by day.currency order by day.currency`,
    [],
  )
  return rows.map(({ currency, minor, books: of }) => ({ currency, minor: BigInt(minor), books: of }))
}

function books({ ids, entityId, search }: BookFilter) {
  const conditions: RawBuilder<boolean>[] = []
  if (ids) conditions.push(sql`book.id = any (${ids})`)
  if (entityId) conditions.push(sql`book.entity_id = ${entityId}`)
  if (search) {
    const pattern = containing(search)
    conditions.push(sql`(entity.name ilike ${pattern} or book.id = ${search})`)
  }
  const all = query
    .selectFrom('book')
    .innerJoin('entity', (join) => join.on(sql<boolean>`entity.id = book.entity_id`))
  return conditions.reduce((narrowed, one) => narrowed.where(one), all)
}

function bookOf(row: {
  id: Id<'book'>
  entity_id: string
  entity_name: string
  currency: string
  fiscal_year_end: string
  basis: Book['basis']
  opened_at: string
  closed_through: string | null
  soft_closed_through: string | null
  manual_limit_minor: string | null
  by_business_from: string | null
  accounts: number
  last_effective_on: string | null
  cash: { currency: string; minor: string }[] | null
}): Book {
  return {
    id: row.id,
    entity: { id: idFrom('entity', row.entity_id), name: row.entity_name },
    currency: row.currency,
    fiscalYearEnd: row.fiscal_year_end,
    basis: row.basis,
    openedAt: row.opened_at,
    closedThrough: row.closed_through,
    softClosedThrough: row.soft_closed_through,
    manualLimit:
      row.manual_limit_minor === null ? null : decimalOf(BigInt(row.manual_limit_minor), row.currency),
    byBusinessFrom: row.by_business_from,
    accounts: row.accounts,
    lastEffectiveOn: row.last_effective_on,
    cash: (row.cash ?? []).map(({ currency, minor }) => ({
      currency,
      amount: decimalOf(BigInt(minor), currency),
    })),
  }
}
