import { idFrom, type Id } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import type { Transaction } from '#server/database/database.ts'
import type { SideAccount } from './decide-intercompany.ts'
import type { IntercompanyPair, PairKind } from './schema.ts'

/** The accounts at work in these books, by code. */
export async function accountsOfBooks(tx: Transaction, bookIds: readonly string[]): Promise<SideAccount[]> {
  return tx.prepared<SideAccount & Record<string, unknown>>(
    `select id, book_id as "bookId", code, name, caption, currency,
       exists (select from account as part where part.parent_id = account.id and part.archived_at is null) as "isWhole"
     from account where book_id = any ($1) and archived_at is null order by book_id, code`,
    [bookIds],
  )
}

export interface NewPair {
  id: Id<'intercompany_pair'>
  studioId: Id<'studio'>
  kind: PairKind
  fromEntityId: Id<'entity'>
  toEntityId: Id<'entity'>
  fromEntryId: Id<'entry'>
  toEntryId: Id<'entry'>
  currency: string
  minor: bigint
  effectiveOn: string
  agreement: string | null
}

export async function insertPair(tx: Transaction, pair: NewPair): Promise<void> {
  await tx.prepared(
    `insert into intercompany_pair (id, studio_id, kind, from_entity_id, to_entity_id, from_entry_id, to_entry_id, currency,
       amount_minor, effective_on, agreement) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      pair.id,
      pair.studioId,
      pair.kind,
      pair.fromEntityId,
      pair.toEntityId,
      pair.fromEntryId,
      pair.toEntryId,
      pair.currency,
      pair.minor,
      pair.effectiveOn,
      pair.agreement,
    ],
  )
}

export interface PairFilter {
  id?: string | undefined
  entityId?: string | undefined
}

const FILTERED = `($1::text is null or pair.id = $1)
  and ($2::text is null or from_entity_id = $2 or to_entity_id = $2)`

export async function pageOfPairs(
  tx: Transaction,
  { id, entityId }: PairFilter,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<IntercompanyPair[]> {
  const rows = await tx.prepared<PairRow>(
    `select pair.id, pair.kind, from_entity_id, giver.name as from_name, to_entity_id, taker.name as to_name, from_entry_id,
       to_entry_id, currency, amount_minor, pair.effective_on, entry.memo, agreement, posted_at
     from intercompany_pair as pair join entity as giver on giver.id = from_entity_id
     join entity as taker on taker.id = to_entity_id join entry on entry.id = from_entry_id
     where ${FILTERED} and ($3::date is null or (pair.effective_on, pair.id) < ($3::date, $4::text))
     order by pair.effective_on desc, pair.id desc limit $5`,
    [id ?? null, entityId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
  )
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    from: { id: idFrom('entity', row.from_entity_id), name: row.from_name },
    to: { id: idFrom('entity', row.to_entity_id), name: row.to_name },
    fromEntryId: row.from_entry_id,
    toEntryId: row.to_entry_id,
    currency: row.currency,
    amount: decimalOf(row.amount_minor, row.currency),
    effectiveOn: row.effective_on,
    memo: row.memo,
    agreement: row.agreement,
    postedAt: row.posted_at,
  }))
}

export async function countPairs(tx: Transaction, { id, entityId }: PairFilter): Promise<number> {
  const [row] = await tx.prepared<{ total: number }>(
    `select count(*)::int as total from intercompany_pair as pair where ${FILTERED}`,
    [id ?? null, entityId ?? null],
  )
  return row?.total ?? 0
}

interface PairRow extends Record<string, unknown> {
  id: Id<'intercompany_pair'>
  kind: PairKind
  from_entity_id: string
  from_name: string
  to_entity_id: string
  to_name: string
  from_entry_id: Id<'entry'>
  to_entry_id: Id<'entry'>
  currency: string
  amount_minor: bigint
  effective_on: string
  memo: string
  agreement: string | null
  posted_at: string
}
