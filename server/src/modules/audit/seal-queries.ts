import type { Id } from '#kernel/ids.ts'
import type { SealedLine, SignedHead } from '#kernel/audit-proof.ts'
import type { Transaction } from '#server/database/database.ts'

/** How many leaves share one stored node. */
export const BLOCK = 1024

/** A line as it is sealed, before it has its number; every column of the table is in it. */
export type UnnumberedLine = Omit<SealedLine, 'number'>

/**
 * The columns of `l` (an audit line) as a leaf holds them. The payload is hashed where it lies: so a line of two
 * megabytes costs this process 32 bytes, and its thread no time. See `payloadText` in the kernel for what is hashed.
 */
export const LINE_COLUMNS = `l.id, l.studio_id as "studioId",
  to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  l.actor_kind as "actorKind", l.actor_id as "actorId", l.on_behalf_of as "onBehalfOf", l.door,
  l.request_id as "requestId", l.operation, l.outcome, l.problem_code as "problemCode",
  l.approval_id as "approvalId", l.xact::text as xact,
  encode(sha256(convert_to(l.salt::text || chr(10) || l.input::text || chr(10) || l.changes::text, 'UTF8')), 'hex')
    as "payloadHash"`

/** Bytes as hex, as `SignedHead` has them; instants with the milliseconds that were signed. */
const HEAD_COLUMNS = `h.studio_id as "studioId", h.size::int8 as size, encode(h.root, 'hex') as root,
  h.horizon::text as horizon, h.sealed_at as "sealedAt", encode(h.previous, 'hex') as previous, h.key_id as "keyId",
  encode(h.signature, 'hex') as signature`

type HeadRow = Omit<SignedHead, 'size'> & { size: bigint }

function headOf(row: HeadRow): SignedHead {
  return { ...row, size: Number(row.size) }
}

/** One sealer of a studio at a time; who writes lines takes no part in it. Held to the end of the transaction. */
export async function lockSealing(tx: Transaction, studioId: Id<'studio'>): Promise<void> {
  await tx.prepared('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`iza.audit ${studioId}`])
}

/** No transaction below this one is at work any more: what it wrote is final. */
export async function finalBelow(tx: Transaction): Promise<string> {
  const [row] = await tx.prepared<{ horizon: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as horizon',
    [],
  )
  return row?.horizon ?? '0'
}

export async function findLastHead(tx: Transaction, studioId: Id<'studio'>): Promise<SignedHead | undefined> {
  const [row] = await tx.prepared<HeadRow>(
    `select ${HEAD_COLUMNS} from audit_head h where h.studio_id = $1 order by h.size desc limit 1`,
    [studioId],
  )
  return row && headOf(row)
}

/** The first head of at least this size. */
export async function findHeadFrom(
  tx: Transaction,
  studioId: Id<'studio'>,
  size: number,
): Promise<SignedHead | undefined> {
  const [row] = await tx.prepared<HeadRow>(
    `select ${HEAD_COLUMNS} from audit_head h where h.studio_id = $1 and h.size >= $2 order by h.size limit 1`,
    [studioId, size],
  )
  return row && headOf(row)
}

/** The last head of at most this size. */
export async function findHeadUpTo(
  tx: Transaction,
  studioId: Id<'studio'>,
  size: number,
): Promise<SignedHead | undefined> {
  const [row] = await tx.prepared<HeadRow>(
    `select ${HEAD_COLUMNS} from audit_head h where h.studio_id = $1 and h.size <= $2 order by h.size desc limit 1`,
    [studioId, size],
  )
  return row && headOf(row)
}

/** In order of size, those that follow the one of size `after`. */
export async function listHeadsAfter(
  tx: Transaction,
  given: { studioId: Id<'studio'>; after: number; limit: number },
): Promise<SignedHead[]> {
  const rows = await tx.prepared<HeadRow>(
    `select ${HEAD_COLUMNS} from audit_head h where h.studio_id = $1 and h.size > $2 order by h.size limit $3`,
    [given.studioId, given.after, given.limit],
  )
  return rows.map(headOf)
}

/**
 * Lines of transactions from `from` up to and not including `below`, in the order in which they are numbered. A little
 * more than `limit` where the last transaction wrote several: it is sealed whole or not at all.
 */
export async function listFinalLines(
  tx: Transaction,
  given: { studioId: Id<'studio'>; from: string; below: string; limit: number },
): Promise<UnnumberedLine[]> {
  return tx.prepared<UnnumberedLine>(
    `select ${LINE_COLUMNS} from (select * from audit_line
       where studio_id = $1 and xact >= $2::xid8 and xact < $3::xid8
       order by xact fetch first ($4::int) rows with ties) l order by l.xact, l.id`,
    [given.studioId, given.from, given.below, given.limit],
  )
}

export async function insertSeals(
  tx: Transaction,
  studioId: Id<'studio'>,
  seals: readonly { number: number; id: string; leaf: Uint8Array }[],
): Promise<void> {
  await tx.prepared(
    `insert into audit_seal (studio_id, number, audit_line_id, leaf)
     select $1, number, id, leaf from unnest($2::bigint[], $3::text[], $4::bytea[]) as given (number, id, leaf)`,
    [
      studioId,
      seals.map(({ number }) => number),
      seals.map(({ id }) => id),
      seals.map(({ leaf }) => Buffer.from(leaf)),
    ],
  )
}

export async function insertNodes(
  tx: Transaction,
  studioId: Id<'studio'>,
  nodes: readonly { block: number; hash: Uint8Array }[],
): Promise<void> {
  if (nodes.length === 0) return
  await tx.prepared(
    `insert into audit_node (studio_id, block, hash)
     select $1, block, hash from unnest($2::bigint[], $3::bytea[]) as given (block, hash)`,
    [studioId, nodes.map(({ block }) => block), nodes.map(({ hash }) => Buffer.from(hash))],
  )
}

export async function insertHead(tx: Transaction, head: SignedHead): Promise<void> {
  await tx.prepared(
    `insert into audit_head (studio_id, size, root, horizon, sealed_at, previous, key_id, signature)
     values ($1, $2, decode($3, 'hex'), $4::xid8, $5, decode($6, 'hex'), $7, decode($8, 'hex'))`,
    [
      head.studioId,
      head.size,
      head.root,
      head.horizon,
      head.sealedAt,
      head.previous,
      head.keyId,
      head.signature,
    ],
  )
}

/** Roots of the complete blocks that begin below `size`, in order. */
export async function listNodes(
  tx: Transaction,
  studioId: Id<'studio'>,
  size: number,
): Promise<{ block: number; hash: Buffer }[]> {
  const rows = await tx.prepared<{ block: number; hash: Buffer }>(
    'select block::int4 as block, hash from audit_node where studio_id = $1 and block < $2 order by block',
    [studioId, Math.floor(size / BLOCK)],
  )
  return rows
}

/** Leaves number `from` to `to`, both included, in order. At most one block of them. */
export async function listLeaves(
  tx: Transaction,
  given: { studioId: Id<'studio'>; from: number; to: number },
): Promise<Buffer[]> {
  const rows = await tx.prepared<{ leaf: Buffer }>(
    `select leaf from audit_seal where studio_id = $1 and number between $2 and $3 order by number limit ${BLOCK}`,
    [given.studioId, given.from, given.to],
  )
  return rows.map(({ leaf }) => leaf)
}

const WAITING = `with head as (
    select horizon, sealed_at from audit_head where studio_id = $1 order by size desc limit 1)
  select (select sealed_at from head) as "sealedAt", count(*)::int as "waitingLines", min(line.at) as "waitingSince"
  from (select at from audit_line where studio_id = $1
    and xact >= coalesce((select horizon from head), '0'::xid8) order by xact limit 100000) line`

/** How far the last head is behind the last line. */
export async function findSealingState(
  tx: Transaction,
  studioId: Id<'studio'>,
): Promise<{ sealedAt: string | null; waitingLines: number; waitingSince: string | null }> {
  const [row] = await tx.prepared<{
    sealedAt: string | null
    waitingLines: number
    waitingSince: string | null
  }>(WAITING, [studioId])
  return row ?? { sealedAt: null, waitingLines: 0, waitingSince: null }
}
