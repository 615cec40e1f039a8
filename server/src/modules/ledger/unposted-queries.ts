import { type Id } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import type { Actor } from '#server/catalogue/access.ts'
import type { Transaction } from '#server/database/database.ts'
import type { DraftSummary, PendingSummary } from './unposted-schema.ts'

type Kind = 'draft' | 'pending'
export type UnpostedId = Id<'draft'> | Id<'pending_entry'>

/** As the table has both kinds. */
export interface UnpostedRow extends Omit<DraftSummary, 'id' | 'state'>, Pick<PendingSummary, 'holds'> {
  id: string
  kind: Kind
  state: PendingSummary['state']
  /** Of a pending one. */
  expiresAt: string | null
  digest: Buffer | null
  /** As it was checked when it was saved. */
  content: unknown
}

type Selected = Omit<UnpostedRow, 'holds'> & {
  holds: { account: PendingSummary['holds'][number]['account']; currency: string; minor: string }[]
} & Record<string, unknown>

const STATE = `case when one.state = 'open' and one.expires_at <= clock_timestamp() then 'expired' else one.state end`

const SELECT = `select one.id, one.kind, ${STATE} as state, one.revision, one.content, one.digest, one.book_id as "bookId",
    one.content ->> 'effectiveOn' as "effectiveOn", one.content ->> 'memo' as memo, one.content ->> 'source' as source,
    one.content ->> 'externalId' as "externalId", jsonb_array_length(one.content -> 'lines') as "lineCount",
    one.created_at as "createdAt", one.changed_at as "changedAt", one.expires_at as "expiresAt", one.entry_id as "entryId",
    coalesce((select jsonb_agg(jsonb_build_object('currency', currency, 'amount', amount) order by currency) from (
      select coalesce(line ->> 'currency', account.currency, book.currency) as currency, sum((line ->> 'debit')::numeric)::text as amount
      from jsonb_array_elements(one.content -> 'lines') as line left join account on account.id = line ->> 'accountId'
      where line ->> 'debit' is not null group by 1 order by 1 limit 200) as moved), '[]') as sums,
    coalesce((select jsonb_agg(jsonb_build_object('account', jsonb_build_object('id', account.id, 'code', code, 'name', name),
        'currency', currency, 'minor', minor::text) order by code)
      from account_hold join account on account.id = account_hold.account_id
      where account_hold.pending_id = one.id and account_hold.expires_at > clock_timestamp()), '[]') as holds,
    jsonb_build_object('kind', one.actor_kind, 'id', one.actor_id, 'name', coalesce(
      (select display_name from person where person.id = one.actor_id),
      (select name from api_key where api_key.id = one.actor_id))) as actor
  from unposted_entry as one join book on book.id = one.book_id`

export async function findUnposted(
  tx: Transaction,
  { id, kind }: { id: UnpostedId; kind: Kind },
): Promise<UnpostedRow | undefined> {
  const [row] = await tx.prepared<Selected>(`${SELECT} where one.id = $1 and one.kind = $2`, [id, kind])
  return row && rowOf(row)
}

/** Nobody else settles it until the end. Read by a statement of its own, which sees what happened while the first one waited. */
export async function lockUnposted(
  tx: Transaction,
  which: { id: UnpostedId; kind: Kind },
): Promise<UnpostedRow | undefined> {
  const [, row] = await Promise.all([
    tx.prepared('select from unposted_entry where id = $1 for update', [which.id]),
    findUnposted(tx, which),
  ])
  return row
}

export async function findPendingUnder(
  tx: Transaction,
  { bookId, externalId }: { bookId: Id<'book'>; externalId: string },
): Promise<UnpostedRow | undefined> {
  const [row] = await tx.prepared<Selected>(
    `${SELECT} where one.book_id = $1 and one.external_id = $2 and one.kind = 'pending'`,
    [bookId, externalId],
  )
  return row && rowOf(row)
}

export interface UnpostedFilter {
  kind: Kind
  ids?: readonly string[] | undefined
  bookId?: string | undefined
  state?: string | undefined
}

const FITS = `one.kind = $1 and ($2::text[] is null or one.id = any ($2)) and ($3::text is null or one.book_id = $3)
  and ($4::text is null or ${STATE} = $4)`

function given({ kind, ids, bookId, state }: UnpostedFilter): unknown[] {
  return [kind, ids ?? null, bookId ?? null, state ?? null]
}

/** The latest first. */
export async function pageOfUnposted(
  tx: Transaction,
  filter: UnpostedFilter,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<UnpostedRow[]> {
  const rows = await tx.prepared<Selected>(
    `${SELECT} where ${FITS} and ($5::text is null or one.id < $5) order by one.id desc limit $6`,
    [...given(filter), after?.[0] ?? null, limit],
  )
  return rows.map(rowOf)
}

export async function countUnposted(tx: Transaction, filter: UnpostedFilter): Promise<number> {
  const [row] = await tx.prepared<{ total: number }>(
    `select count(*)::int as total from unposted_entry as one where ${FITS}`,
    given(filter),
  )
  return row?.total ?? 0
}

interface NewUnposted {
  id: UnpostedId
  studioId: Id<'studio'>
  bookId: Id<'book'>
  content: object
  actor: Actor
}

export async function insertDraft(tx: Transaction, one: NewUnposted): Promise<void> {
  const { id, studioId, bookId, content, actor } = one
  await tx.prepared(
    `insert into unposted_entry (id, studio_id, book_id, kind, content, actor_kind, actor_id)
     values ($1, $2, $3, 'draft', $4, $5, $6)`,
    [id, studioId, bookId, JSON.stringify(content), actor.kind, actor.id],
  )
}

export async function insertPending(
  tx: Transaction,
  one: NewUnposted & { externalId: string | null; digest: Buffer; seconds: number },
): Promise<void> {
  const { id, studioId, bookId, content, actor, externalId, digest, seconds } = one
  await tx.prepared(
    `insert into unposted_entry (id, studio_id, book_id, kind, content, actor_kind, actor_id, external_id, digest, expires_at)
     values ($1, $2, $3, 'pending', $4, $5, $6, $7, $8, date_trunc('milliseconds', now()) + make_interval(secs => $9))`,
    [id, studioId, bookId, JSON.stringify(content), actor.kind, actor.id, externalId, digest, seconds],
  )
}

export async function insertHolds(
  tx: Transaction,
  pendingId: Id<'pending_entry'>,
  holds: readonly { accountId: string; minor: bigint }[],
): Promise<void> {
  if (holds.length === 0) return
  await tx.prepared(
    `insert into account_hold (pending_id, account_id, studio_id, book_id, minor, expires_at)
     select one.id, held.account_id, one.studio_id, one.book_id, held.minor, one.expires_at
     from unposted_entry as one, unnest($2::text[], $3::int8[]) as held (account_id, minor) where one.id = $1`,
    [pendingId, holds.map(({ accountId }) => accountId), holds.map(({ minor }) => minor)],
  )
}

export async function updateDraftRow(
  tx: Transaction,
  { id, content, actor }: { id: Id<'draft'>; content: object; actor: Actor },
): Promise<void> {
  await tx.prepared(
    `update unposted_entry set content = $2, revision = revision + 1, actor_kind = $3, actor_id = $4,
       changed_at = date_trunc('milliseconds', now()) where id = $1`,
    [id, JSON.stringify(content), actor.kind, actor.id],
  )
}

/** It is posted or voided, for good; what it held is free. */
export async function settleRow(
  tx: Transaction,
  { id, entryId }: { id: UnpostedId; entryId: Id<'entry'> | null },
): Promise<void> {
  await tx.prepared(
    `update unposted_entry set state = case when $2::text is null then 'voided' else 'posted' end, entry_id = $2,
       changed_at = date_trunc('milliseconds', now()) where id = $1`,
    [id, entryId],
  )
}

function rowOf({ holds, ...row }: Selected): UnpostedRow {
  return {
    ...row,
    holds: holds.map(({ account, currency, minor }) => ({
      account,
      currency,
      amount: decimalOf(BigInt(minor), currency),
    })),
  }
}
