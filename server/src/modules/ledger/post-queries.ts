import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { DecidedLine, KnownAccount } from './decide-entry.ts'
import type { ClosedBook } from './open-from.ts'

export interface BookFacts extends ClosedBook {
  id: Id<'book'>
  currency: string
  /** From which sum on an entry by hand waits for a second person; null where none does. */
  manualLimitMinor: bigint | null
  /** Where the book balances by business, the account between them. */
  betweenAccountId: Id<'account'> | null
}

export async function booksById(
  tx: Transaction,
  ids: readonly Id<'book'>[],
): Promise<Map<Id<'book'>, BookFacts>> {
  const rows = await tx.prepared<BookFacts & Record<string, unknown>>(
    `select id, entity_id as "entityId", currency, closed_through as "closedThrough",
       soft_closed_through as "softClosedThrough", manual_limit_minor as "manualLimitMinor",
       between_account_id as "betweenAccountId" from book where id = any ($1)`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const ACCOUNTS = `select id, book_id as "bookId", code, name, type, role, currency, floor_minor as "floorMinor",
    archived_at is not null as "isArchived"
  from account where id = any ($1)`

export async function accountsById(
  tx: Transaction,
  ids: readonly Id<'account'>[],
): Promise<Map<string, KnownAccount>> {
  const rows = await tx.prepared<KnownAccount & Record<string, unknown>>(ACCOUNTS, [ids])
  return new Map(rows.map((row) => [row.id, row]))
}

export interface PostedBefore {
  id: Id<'entry'>
  bookId: Id<'book'>
  externalId: string
  digest: Buffer
  recordedAt: string
  /** What it moves, for whoever sent something else under its id. */
  sums: { currency: string; minor: string }[]
}

/** Entries that have these external ids in these books. */
export async function postedBefore(
  tx: Transaction,
  asked: readonly { bookId: string; externalId: string }[],
): Promise<PostedBefore[]> {
  if (asked.length === 0) return []
  return tx.prepared<PostedBefore & Record<string, unknown>>(
    `select id, book_id as "bookId", external_id as "externalId", digest, recorded_at as "recordedAt",
       coalesce((select jsonb_agg(jsonb_build_object('currency', currency, 'minor', minor::text) order by currency) from (
         select currency, sum(amount_minor) as minor from entry_line where entry_id = entry.id and amount_minor > 0 group by 1) as moved), '[]') as sums
     from entry
     where (book_id, external_id) in (select * from unnest($1::text[], $2::text[]))`,
    [asked.map(({ bookId }) => bookId), asked.map(({ externalId }) => externalId)],
  )
}

/** What of these external ids in these books is that of an entry which is pending now. */
export async function pendingUnder(
  tx: Transaction,
  asked: readonly { bookId: string; externalId: string }[],
): Promise<{ id: Id<'pending_entry'>; bookId: string; externalId: string }[]> {
  if (asked.length === 0) return []
  return tx.prepared<{ id: Id<'pending_entry'>; bookId: string; externalId: string }>(
    `select id, book_id as "bookId", external_id as "externalId" from unposted_entry
     where (book_id, external_id) in (select * from unnest($1::text[], $2::text[]))
       and state = 'open' and expires_at > clock_timestamp()`,
    [asked.map(({ bookId }) => bookId), asked.map(({ externalId }) => externalId)],
  )
}

export interface FlooredBalance {
  /** What stands on it, and what of that is held for pending entries; seen from its own side. */
  minor: bigint
  heldMinor: bigint
}

/**
 * What stands on accounts with a floor. Locked in the order of their ids: nobody else posts to them until the end. Read after that, by
 * a statement of its own, which sees what was posted and reserved while the first one waited.
 */
export async function lockBalances(
  tx: Transaction,
  accountIds: readonly string[],
): Promise<Map<string, FlooredBalance>> {
  if (accountIds.length === 0) return new Map()
  const [, rows] = await Promise.all([
    tx.prepared('select from account where id = any ($1) order by id for update', [accountIds]),
    tx.prepared<{ id: string; minor: string; held: string }>(
      `select account.id, coalesce((select sum(debit_minor - credit_minor) from account_day where account_id = account.id), 0)
         * case when account.type in ('asset', 'expense') then 1 else -1 end as minor, ${HELD} as held
       from account where account.id = any ($1)`,
      [accountIds],
    ),
  ])
  return new Map(rows.map(({ id, minor, held }) => [id, { minor: BigInt(minor), heldMinor: BigInt(held) }]))
}

/** The clock of the database says what still holds. */
const HELD = `coalesce((select sum(minor) from account_hold where account_id = account.id
  and expires_at > (select clock_timestamp())), 0)`

/** What pending entries hold of an account, in minor units. */
export async function heldOf(tx: Transaction, accountId: Id<'account'>): Promise<bigint> {
  const [row] = await tx.prepared<{ held: string }>(`select ${HELD} as held from account where id = $1`, [
    accountId,
  ])
  return BigInt(row?.held ?? 0)
}

export interface NewRows {
  id: Id<'entry'>
  studioId: Id<'studio'>
  bookId: Id<'book'>
  effectiveOn: string
  memo: string
  source: string
  externalId: string | null
  reversesId: Id<'entry'> | null
  digest: Buffer
  actorKind: string
  actorId: string
  lines: readonly DecidedLine[]
}

const INSERT_ENTRIES = `insert into entry (studio_id, id, book_id, effective_on, memo, source, external_id, reverses_id,
    line_count, digest, actor_kind, actor_id)
  select $1, given.* from unnest($2::text[], $3::text[], $4::date[], $5::text[], $6::text[], $7::text[], $8::text[],
    $9::int2[], $10::bytea[], $11::text[], $12::text[]) as given`
/** Tags travel as JSON: arrays of arrays must be of one length. */
const INSERT_LINES = `insert into entry_line (entry_id, position, studio_id, book_id, account_id, effective_on, currency,
    amount_minor, business_id, is_overhead, partner_entity_id, counterparty, memo, tags)
  select entry_id, position, $3, book_id, account_id, effective_on, currency, amount_minor, business_id, is_overhead,
    partner_entity_id, counterparty, memo,
    case when tags is not null then array(select jsonb_array_elements_text(tags::jsonb)) end
  from unnest($1::text[], $2::int2[], $4::text[], $5::text[], $6::date[], $7::text[], $8::int8[], $9::text[],
    $10::bool[], $11::text[], $12::text[], $13::text[], $14::text[]) as given (entry_id, position, book_id, account_id, effective_on, currency, amount_minor, business_id, is_overhead, partner_entity_id, counterparty, memo, tags)`

/** When this transaction records: its beginning, to the millisecond, as the default of the column says it. */
export async function recordingInstant(tx: Transaction): Promise<string> {
  const [row] = await tx.prepared<{ now: string }>(`select date_trunc('milliseconds', now()) as now`, [])
  return present(row, 'an instant').now
}

/** What stands at the head of any number of entries of one studio. Their lines are to follow in the same transaction. */
export async function insertHeads(tx: Transaction, entries: readonly NewRows[]): Promise<void> {
  const [first] = entries
  if (!first) return
  await tx.prepared(INSERT_ENTRIES, [
    first.studioId,
    entries.map(({ id }) => id),
    entries.map(({ bookId }) => bookId),
    entries.map(({ effectiveOn }) => effectiveOn),
    entries.map(({ memo }) => memo),
    entries.map(({ source }) => source),
    entries.map(({ externalId }) => externalId),
    entries.map(({ reversesId }) => reversesId),
    entries.map(({ lines }) => lines.length),
    entries.map(({ digest }) => digest),
    entries.map(({ actorKind }) => actorKind),
    entries.map(({ actorId }) => actorId),
  ])
}

/** The lines of all of them, in one statement: balances follow in its trigger, and are locked in the order of their keys once. */
export async function insertLines(tx: Transaction, entries: readonly NewRows[]): Promise<void> {
  const [first] = entries
  if (!first) return
  const lines = entries.flatMap(({ lines: own }) => own)
  /** Of each line. */
  const whose = entries.flatMap((entry) => entry.lines.map(() => entry))
  await tx.prepared(INSERT_LINES, [
    whose.map(({ id }) => id),
    entries.flatMap(({ lines: own }) => own.map((_line, at) => at + 1)),
    first.studioId,
    whose.map(({ bookId }) => bookId),
    lines.map(({ accountId }) => accountId),
    whose.map(({ effectiveOn }) => effectiveOn),
    lines.map(({ currency }) => currency),
    lines.map(({ amountMinor }) => amountMinor),
    lines.map(({ businessId }) => businessId),
    lines.map(({ isOverhead }) => isOverhead),
    lines.map(({ partnerEntityId }) => partnerEntityId),
    lines.map(({ counterparty }) => counterparty),
    lines.map(({ memo }) => memo),
    lines.map(({ tags }) => (tags.length > 0 ? JSON.stringify(tags) : null)),
  ])
}
