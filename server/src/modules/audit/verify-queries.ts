import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import { LINE_COLUMNS, type UnnumberedLine } from './seal-queries.ts'

/** A seal with the line that stands behind it now, if any does. */
export interface SealRow {
  number: number
  sealedLineId: string
  leaf: Buffer
  line: UnnumberedLine | undefined
}

/** Seals of the numbers after `after` up to `to`, each with its line, in order. */
export async function listSeals(
  tx: Transaction,
  given: { studioId: Id<'studio'>; after: number; to: number },
): Promise<SealRow[]> {
  const rows = await tx.prepared<
    { number: bigint; sealedLineId: string; leaf: Buffer; hasLine: boolean } & UnnumberedLine
  >(
    `select s.number, s.audit_line_id as "sealedLineId", s.leaf, l.id is not null as "hasLine", ${LINE_COLUMNS}
     from audit_seal s left join audit_line l on l.id = s.audit_line_id
     where s.studio_id = $1 and s.number > $2 and s.number <= $3 order by s.number`,
    [given.studioId, given.after, given.to],
  )
  return rows.map(({ number, sealedLineId, leaf, hasLine, ...line }) => ({
    number: Number(number),
    sealedLineId,
    leaf,
    line: hasLine ? line : undefined,
  }))
}

/** Lines that stand between two horizons and were never sealed: everything that was there then, was. */
export async function listUnsealedBetween(
  tx: Transaction,
  given: { studioId: Id<'studio'>; from: string; below: string; limit: number },
): Promise<{ id: string; xact: string }[]> {
  return tx.prepared<{ id: string; xact: string }>(
    `select l.id, l.xact::text as xact from audit_line l
     where l.studio_id = $1 and l.xact >= $2::xid8 and l.xact < $3::xid8
       and not exists (select from audit_seal s where s.audit_line_id = l.id)
     order by l.xact, l.id limit $4`,
    [given.studioId, given.from, given.below, given.limit],
  )
}

export interface BehindLastHead {
  headSize: number
  sealedAt: string | null
  /** The highest number: it is that of the head, unless somebody took the head away. */
  sealSize: number
  unsealed: number
  since: string | null
}

/** What stands behind the last head, in one statement: a sealer may be at work beside us. */
export async function findBehindLastHead(tx: Transaction, studioId: Id<'studio'>): Promise<BehindLastHead> {
  const [row] = await tx.prepared<
    Omit<BehindLastHead, 'headSize' | 'sealSize'> & { headSize: bigint; sealSize: bigint }
  >(
    `with newest as (select size, horizon, sealed_at from audit_head where studio_id = $1 order by size desc limit 1),
       last as (select coalesce(max(size), 0) as size, coalesce(max(horizon), '0') as horizon, max(sealed_at) as sealed_at
         from newest)
     select last.size as "headSize", last.sealed_at as "sealedAt",
       coalesce((select max(number) from audit_seal where studio_id = $1), 0) as "sealSize",
       (select count(*)::int from (select from audit_line where studio_id = $1 and xact >= last.horizon
         limit ${UNSEALED_COUNTED_MAX}) as counted) as unsealed,
       (select at from audit_line where studio_id = $1 and xact >= last.horizon order by xact limit 1) as since
     from last`,
    [studioId],
  )
  const known = present(row, 'an aggregate has a row')
  return { ...known, headSize: Number(known.headSize), sealSize: Number(known.sealSize) }
}

/** What waits is normally a minute's lines; more than this are not counted. */
export const UNSEALED_COUNTED_MAX = 100_000
