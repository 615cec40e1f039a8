import { sql, type RawBuilder } from 'kysely'
import { idFrom, type Id } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { containing } from '#server/database/like-pattern.ts'
import type { Actor } from '#server/catalogue/access.ts'
import { linesOfEntries } from './lines-queries.ts'
import type { Entry, EntrySummary } from './schema.ts'

export interface EntryFilter {
  ids?: readonly string[] | undefined
  bookId?: string | undefined
  accountId?: string | undefined
  businessId?: string | undefined
  search?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

interface EntryRow {
  id: Id<'entry'>
  book_id: Id<'book'>
  effective_on: string
  recorded_at: string
  memo: string
  source: string
  external_id: string | null
  reverses_id: Id<'entry'> | null
  reversed_by_id: string | null
  line_count: number
  sums: { currency: string; minor: string }[] | null
}

const COLUMNS = [
  sql<Id<'entry'>>`entry.id`.as('id'),
  sql<Id<'book'>>`entry.book_id`.as('book_id'),
  sql<string>`entry.effective_on`.as('effective_on'),
  sql<string>`entry.recorded_at`.as('recorded_at'),
  sql<string>`entry.memo`.as('memo'),
  sql<string>`entry.source`.as('source'),
  sql<string | null>`entry.external_id`.as('external_id'),
  sql<Id<'entry'> | null>`entry.reverses_id`.as('reverses_id'),
  sql<string | null>`(select id from entry as reversal where reversal.reverses_id = entry.id)`.as(
    'reversed_by_id',
  ),
  sql<number>`entry.line_count`.as('line_count'),
  sql<
    EntryRow['sums']
  >`(select jsonb_agg(jsonb_build_object('currency', currency, 'minor', minor::text) order by currency)
    from (select currency, sum(amount_minor) as minor from entry_line
      where entry_id = entry.id and amount_minor > 0
        and account_id is distinct from (select between_account_id from book where book.id = entry.book_id)
      group by currency) as moved)`.as('sums'),
] as const

/** The latest day first, and of a day what was recorded last. */
export async function pageOfEntries(
  tx: Transaction,
  filter: EntryFilter,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<EntrySummary[]> {
  const page = query
    .selectFrom('entry')
    .select(COLUMNS)
    .orderBy(sql`entry.effective_on`, 'desc')
    .orderBy(sql`entry.id`, 'desc')
    .limit(limit)
  const later = after && sql<boolean>`(entry.effective_on, entry.id) < (${after[0]}::date, ${after[1]}::text)`
  const wanted = [...conditionsOf(filter), ...(later ? [later] : [])]
  const rows = await tx.rows<EntryRow>(wanted.reduce((narrowed, one) => narrowed.where(one), page))
  return rows.map(summaryOf)
}

export async function countEntries(tx: Transaction, filter: EntryFilter): Promise<number> {
  const counted = query.selectFrom('entry').select(sql<number>`count(*)::int`.as('total'))
  const row = await tx.find(conditionsOf(filter).reduce((narrowed, one) => narrowed.where(one), counted))
  return row?.total ?? 0
}

export async function findEntry(tx: Transaction, id: Id<'entry'>): Promise<Entry | undefined> {
  const [row, lines] = await Promise.all([
    tx.find(
      query
        .selectFrom('entry')
        .select([
          ...COLUMNS,
          sql<Actor['kind']>`entry.actor_kind`.as('actor_kind'),
          sql<string>`entry.actor_id`.as('actor_id'),
          sql<string | null>`coalesce((select display_name from person where person.id = entry.actor_id),
            (select name from api_key where api_key.id = entry.actor_id))`.as('actor_name'),
          sql<string>`encode(entry.digest, 'hex')`.as('digest'),
        ])
        .where(sql<boolean>`entry.id = ${id}`),
    ),
    linesOfEntries(tx, [id]),
  ])
  if (!row) return undefined
  const { lineCount: _count, ...summary } = summaryOf(row)
  return {
    ...summary,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    digest: row.digest,
    lines: lines.get(id) ?? [],
  }
}

function conditionsOf(filter: EntryFilter): RawBuilder<boolean>[] {
  const { ids, bookId, accountId, businessId, search, from, to } = filter
  const conditions: RawBuilder<boolean>[] = []
  if (ids) conditions.push(sql`entry.id = any (${ids})`)
  if (bookId) conditions.push(sql`entry.book_id = ${bookId}`)
  if (accountId) conditions.push(withLine(sql`entry_line.account_id = ${accountId}`))
  if (businessId) conditions.push(withLine(sql`entry_line.business_id = ${businessId}`))
  if (from) conditions.push(sql`entry.effective_on >= ${from}::date`)
  if (to) conditions.push(sql`entry.effective_on <= ${to}::date`)
  if (search) {
    const pattern = containing(search)
    conditions.push(
      sql`(entry.memo ilike ${pattern} or entry.external_id = ${search} or entry.id = ${search})`,
    )
  }
  return conditions
}

function summaryOf(row: EntryRow): EntrySummary {
  return {
    id: row.id,
    bookId: row.book_id,
    effectiveOn: row.effective_on,
    recordedAt: row.recorded_at,
    memo: row.memo,
    source: row.source,
    externalId: row.external_id,
    reversesId: row.reverses_id,
    reversedById: row.reversed_by_id === null ? null : idFrom('entry', row.reversed_by_id),
    sums: (row.sums ?? []).map(({ currency, minor }) => ({
      currency,
      amount: decimalOf(BigInt(minor), currency),
    })),
    lineCount: row.line_count,
  }
}

function withLine(line: RawBuilder<boolean>): RawBuilder<boolean> {
  return sql`exists (select from entry_line where entry_line.entry_id = entry.id and ${line})`
}
