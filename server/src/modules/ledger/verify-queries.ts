import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { DigestedLine } from './entry-digest.ts'

export interface StoredEntry {
  id: Id<'entry'>
  bookId: Id<'book'>
  effectiveOn: string
  memo: string
  source: string
  externalId: string | null
  reversesId: string | null
  lineCount: number
  digest: string
  actorId: string
  lines: DigestedLine[]
}

export interface Span {
  bookId: Id<'book'>
  /** Instants as text: what was recorded after the one, up to the other. */
  after: string
  until: string
}

/** The instant up to which about `limit` entries were recorded after that one; undefined where there are no more than that. */
export async function instantAfter(
  tx: Transaction,
  { bookId, after, limit }: { bookId: Id<'book'>; after: string; limit: number },
): Promise<string | undefined> {
  const [row] = await tx.prepared<{ at: string }>(
    `select recorded_at as at from entry where book_id = $1 and recorded_at > $2::timestamptz
     order by recorded_at, id offset $3 limit 1`,
    [bookId, after, limit - 1],
  )
  return row?.at
}

/** What is stored of them, whole; lines in their order. */
export async function storedEntries(tx: Transaction, { bookId, after, until }: Span): Promise<StoredEntry[]> {
  const span = [bookId, after, until]
  const recorded =
    'entry.book_id = $1 and entry.recorded_at > $2::timestamptz and entry.recorded_at <= $3::timestamptz'
  const [entries, lines] = await Promise.all([
    tx.prepared<Omit<StoredEntry, 'lines'>>(
      `select id, book_id as "bookId", effective_on as "effectiveOn", memo, source, external_id as "externalId",
         reverses_id as "reversesId", line_count as "lineCount", encode(digest, 'hex') as digest, actor_id as "actorId"
       from entry where ${recorded} order by recorded_at, id`,
      span,
    ),
    tx.prepared<DigestedLine & { entryId: string }>(
      `select line.entry_id as "entryId", line.account_id as "accountId", line.currency, line.amount_minor as "amountMinor",
         line.business_id as "businessId", line.is_overhead as "isOverhead", line.partner_entity_id as "partnerEntityId",
         line.counterparty, line.memo, coalesce(line.tags, '{}') as tags
       from entry join entry_line as line on line.entry_id = entry.id where ${recorded}
       order by line.entry_id, line.position`,
      span,
    ),
  ])
  const byEntry = Map.groupBy(lines, ({ entryId }) => entryId)
  return entries.map((entry) => Object.assign(entry, { lines: byEntry.get(entry.id) ?? [] }))
}

/** What the audit says was posted to the book then: the digest of each entry, and who posted it. */
export async function toldEntries(
  tx: Transaction,
  { bookId, after, until }: Span,
): Promise<Map<string, { digest: string; actorId: string }>> {
  const rows = await tx.prepared<{ id: string; digest: string; actorId: string }>(
    `select told.id, told.digest, line.actor_id as "actorId" from audit_line as line,
       jsonb_array_elements(line.changes) as change,
       lateral (
         select change ->> 'subjectId' as id, change -> 'after' ->> 'digest' as digest
           where change -> 'after' ->> 'bookId' = $1 and change -> 'after' ? 'digest'
         union all
         select key, value from jsonb_each_text(change -> 'after' -> 'digests')
           where change ->> 'subjectId' = $1 and jsonb_typeof(change -> 'after' -> 'digests') = 'object') as told
     where line.studio_id = (select current_studio()) and line.operation ~ '^(ledger|closing|group)[.]' and line.outcome = 'done'
       and date_trunc('milliseconds', line.at) > $2::timestamptz and date_trunc('milliseconds', line.at) <= $3::timestamptz
       and line.at > $2::timestamptz and line.at < $3::timestamptz + interval '1 millisecond'`,
    [bookId, after, until],
  )
  return new Map(rows.map(({ id, ...told }) => [id, told]))
}

/** Days of accounts on which the sums are not those of the lines. */
export async function wrongSums(
  tx: Transaction,
  bookId: Id<'book'>,
  limit: number,
): Promise<{ account: string; effectiveOn: string }[]> {
  return tx.prepared(
    `with moved as materialized (
       select distinct line.entry_id from account join entry_line as line on line.account_id = account.id
       where account.book_id = $1 and account.caption = 'cash')
     select account.code || ' ' || account.name as account, effective_on as "effectiveOn" from (
       select account_id, currency, effective_on, debit_minor as debit, credit_minor as credit, line_count as lines, cash_minor as cash
         from account_day where book_id = $1
       union all
       select account_id, currency, effective_on, -coalesce(sum(amount_minor) filter (where amount_minor > 0), 0),
           coalesce(sum(amount_minor) filter (where amount_minor < 0), 0), -count(*),
           -coalesce(sum(amount_minor) filter (where entry_id in (select entry_id from moved)), 0)
         from entry_line where book_id = $1 group by account_id, currency, effective_on) as both_parts
     join account on account.id = both_parts.account_id
     group by account.code, account.name, both_parts.account_id, both_parts.currency, effective_on
     having sum(debit) <> 0 or sum(credit) <> 0 or sum(lines) <> 0 or sum(cash) <> 0
     order by account.code, effective_on limit $2`,
    [bookId, limit],
  )
}
