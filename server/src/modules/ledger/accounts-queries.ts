import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { containing } from '#server/database/like-pattern.ts'
import type { Account } from './schema.ts'

export interface NewAccount {
  id: Id<'account'>
  code: string
  name: string
  type: Account['type']
  role: Account['role']
  caption: Account['caption']
  parentId: Id<'account'> | null
  currency: string | null
  isMonetary: boolean
  floorMinor: bigint | null
}

/** All accounts of a book that are at work, for who posts to them by their codes. */
export async function accountsInBook(
  tx: Transaction,
  bookId: Id<'book'>,
): Promise<{ id: Id<'account'>; code: string; name: string }[]> {
  return tx.prepared<{ id: Id<'account'>; code: string; name: string }>(
    'select id, code, name from account where book_id = $1 and archived_at is null order by code',
    [bookId],
  )
}

export async function insertAccounts(
  tx: Transaction,
  book: { studioId: Id<'studio'>; bookId: Id<'book'>; currency: string },
  accounts: readonly NewAccount[],
): Promise<void> {
  await tx.prepared(
    `insert into account (id, studio_id, book_id, book_currency, code, name, type, role, caption, parent_id, currency,
       is_monetary, floor_minor)
     select id, $1, $2, $3, code, name, type, role, caption, parent_id, currency, is_monetary, floor_minor
     from jsonb_to_recordset($4::jsonb) as given (id text, code text, name text, type text, role text, caption text,
       parent_id text, currency text, is_monetary boolean, floor_minor bigint)`,
    [
      book.studioId,
      book.bookId,
      book.currency,
      JSON.stringify(
        accounts.map(({ parentId, isMonetary, floorMinor, ...same }) => ({
          ...same,
          parent_id: parentId,
          is_monetary: isMonetary,
          floor_minor: floorMinor === null ? null : String(floorMinor),
        })),
      ),
    ],
  )
}

export interface AccountFilter {
  ids?: readonly string[] | undefined
  bookId?: string | undefined
  search?: string | undefined
  type?: Account['type'] | undefined
  isArchived?: boolean | undefined
}

const COLUMNS = [
  'id',
  'book_id',
  'code',
  'name',
  'type',
  'role',
  'caption',
  'parent_id',
  'currency',
  'is_monetary',
  'floor_minor',
  'revision',
  'created_at',
  'archived_at',
] as const

export async function pageOfAccounts(
  tx: Transaction,
  filter: AccountFilter,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<Account[]> {
  const page = query.selectFrom('account').select(COLUMNS).orderBy('code').orderBy('id').limit(limit)
  const later = after && sql<boolean>`(code, id) > (${after[0]}::text, ${after[1]}::text)`
  const wanted = [...conditionsOf(filter), ...(later ? [later] : [])]
  const rows = await tx.rows<AccountRow>(wanted.reduce((narrowed, one) => narrowed.where(one), page))
  return rows.map(accountOf)
}

export async function countAccounts(tx: Transaction, filter: AccountFilter): Promise<number> {
  const counted = query.selectFrom('account').select(sql<number>`count(*)::int`.as('total'))
  const row = await tx.find(conditionsOf(filter).reduce((narrowed, one) => narrowed.where(one), counted))
  return row?.total ?? 0
}

export async function findAccount(tx: Transaction, id: Id<'account'>): Promise<Account | undefined> {
  const row = await tx.find(query.selectFrom('account').select(COLUMNS).where('id', '=', id))
  return row && accountOf(row)
}

/**
 * Locked until the end of the transaction, with its book: nobody posts to it, and nobody else changes it. Who posts shares the lock on the book
 * (000036), having locked accounts before; so this takes them in that order, and reads what was posted while it waited.
 */
export async function findAccountForChange(tx: Transaction, id: Id<'account'>): Promise<Account | undefined> {
  const [, , row] = await Promise.all([
    tx.prepared('select from account where id = $1 for no key update', [id]),
    tx.prepared('select from book where id = (select book_id from account where id = $1) for no key update', [
      id,
    ]),
    findAccount(tx, id),
  ])
  return row
}

/** Of a book: who has the code, and who has a role of which there is one. */
export async function rivalsOf(
  tx: Transaction,
  { id, bookId, code, role }: { id: string; bookId: string; code: string; role: string | null },
): Promise<{ name: string; hasCode: boolean }[]> {
  return tx.prepared<{ name: string; hasCode: boolean }>(
    `select name, lower(code) = lower($3) as "hasCode" from account where book_id = $2 and id <> $1
       and (lower(code) = lower($3) or role = $4 and role in ('exchange', 'retained-earnings')) order by 2 desc limit 2`,
    [id, bookId, code, role],
  )
}

/** Of a book: who has one of these codes, and who has one of these roles. */
export async function rivalsAmong(
  tx: Transaction,
  bookId: string,
  { codes, roles }: { codes: readonly string[]; roles: readonly string[] },
): Promise<{ code: string; role: string | null; name: string }[]> {
  return tx.prepared<{ code: string; role: string | null; name: string }>(
    `select code, role, name from account where book_id = $1 and (lower(code) = any ($2) or role = any ($3))`,
    [bookId, codes.map((code) => code.toLowerCase()), roles],
  )
}

export async function updateAccountRow(
  tx: Transaction,
  account: Pick<NewAccount, 'id' | 'code' | 'name' | 'caption' | 'floorMinor'> & { isArchived: boolean },
): Promise<void> {
  await tx.prepared(
    `update account set code = $2, name = $3, floor_minor = $4, caption = $6,
       archived_at = case when $5 then coalesce(archived_at, now()) end, revision = revision + 1 where id = $1`,
    [account.id, account.code, account.name, account.floorMinor, account.isArchived, account.caption],
  )
}

function conditionsOf({ ids, bookId, search, type, isArchived }: AccountFilter): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = []
  if (ids) conditions.push(sql`id = any (${ids})`)
  if (bookId) conditions.push(sql`book_id = ${bookId}`)
  if (type) conditions.push(sql`type = ${type}`)
  if (isArchived !== undefined) conditions.push(sql`(archived_at is not null) = ${isArchived}`)
  if (search) {
    const pattern = containing(search)
    conditions.push(sql`(name ilike ${pattern} or code ilike ${pattern} or id = ${search})`)
  }
  return conditions
}

interface AccountRow {
  id: Id<'account'>
  book_id: Id<'book'>
  code: string
  name: string
  type: Account['type']
  role: Account['role']
  caption: Account['caption']
  parent_id: Id<'account'> | null
  currency: string | null
  is_monetary: boolean
  floor_minor: bigint | null
  revision: number
  created_at: string
  archived_at: string | null
}

function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    bookId: row.book_id,
    code: row.code,
    name: row.name,
    type: row.type,
    role: row.role,
    caption: row.caption,
    parentId: row.parent_id,
    currency: row.currency,
    isMonetary: row.is_monetary,
    floor: row.floor_minor === null ? null : decimalOf(row.floor_minor, row.currency ?? ''),
    revision: row.revision,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
  }
}
