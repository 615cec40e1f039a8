import type { CaptionName } from '#kernel/captions.ts'
import { idFrom, type Id } from '#kernel/ids.ts'
import { decimalOf } from '#kernel/money.ts'
import type { Transaction } from '#server/database/database.ts'
import type { TopSideMovement } from './consolidation-model.ts'
import type { TopSideEntry } from './schema.ts'

export interface NewTopSide {
  id: Id<'top_side'>
  studioId: Id<'studio'>
  rootEntityId: Id<'entity'>
  currency: string
  effectiveOn: string
  memo: string
  carriesForward: boolean
  actorKind: string
  actorId: string
  lines: readonly { caption: CaptionName; entityId: Id<'entity'> | null; minor: bigint }[]
}

export async function insertTopSide(tx: Transaction, entry: NewTopSide): Promise<void> {
  await tx.prepared(
    `insert into top_side_entry (id, studio_id, root_entity_id, currency, effective_on, memo, carries_forward, line_count,
       actor_kind, actor_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      entry.id,
      entry.studioId,
      entry.rootEntityId,
      entry.currency,
      entry.effectiveOn,
      entry.memo,
      entry.carriesForward,
      entry.lines.length,
      entry.actorKind,
      entry.actorId,
    ],
  )
  await tx.prepared(
    `insert into top_side_line (entry_id, position, studio_id, caption, entity_id, amount_minor)
     select $1, position, $2, caption, entity_id, amount_minor
     from unnest($3::text[], $4::text[], $5::bigint[]) with ordinality as given (caption, entity_id, amount_minor, position)`,
    [
      entry.id,
      entry.studioId,
      entry.lines.map(({ caption }) => caption),
      entry.lines.map(({ entityId }) => entityId),
      entry.lines.map(({ minor }) => minor),
    ],
  )
}

/** All that was entered for a root up to a day, as it was known at an instant. */
export async function readTopSide(
  tx: Transaction,
  given: { rootId: string; to: string; knownAt: string },
): Promise<TopSideMovement[]> {
  const rows = await tx.prepared<TopSideMovement & Record<string, unknown>>(
    `select entry.id as "entryId", coalesce(line.entity_id, entry.root_entity_id)::text as "entityId", line.caption, entry.effective_on as "on",
       line.amount_minor as minor, entry.carries_forward as "carriesForward"
     from top_side_entry as entry join top_side_line as line on line.entry_id = entry.id
     where entry.root_entity_id = $1 and entry.effective_on <= $2::date and entry.recorded_at <= $3::timestamptz
     order by entry.id, line.position`,
    [given.rootId, given.to, given.knownAt],
  )
  return rows
}

export async function pageOfTopSide(
  tx: Transaction,
  rootEntityId: string | undefined,
  { after, limit }: { after: string[] | undefined; limit: number },
): Promise<TopSideEntry[]> {
  const rows = await tx.prepared<TopSideRow>(
    `select entry.id, root_entity_id, root.name as root_name, currency, effective_on, memo, carries_forward, recorded_at,
       (select jsonb_agg(jsonb_build_object('caption', caption, 'entityId', line.entity_id, 'entityName', entity.name,
          'minor', amount_minor::text) order by position)
        from top_side_line as line left join entity on entity.id = line.entity_id where line.entry_id = entry.id) as lines
     from top_side_entry as entry join entity as root on root.id = entry.root_entity_id
     where ($1::text is null or root_entity_id = $1)
       and ($2::date is null or (effective_on, entry.id) < ($2::date, $3::text))
     order by effective_on desc, entry.id desc limit $4`,
    [rootEntityId ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
  )
  return rows.map(({ lines, ...row }) => ({
    id: row.id,
    rootEntityId: idFrom('entity', row.root_entity_id),
    root: { id: idFrom('entity', row.root_entity_id), name: row.root_name },
    currency: row.currency,
    effectiveOn: row.effective_on,
    memo: row.memo,
    carriesForward: row.carries_forward,
    recordedAt: row.recorded_at,
    lines: lines.map(({ caption, entityId, entityName, minor }) => {
      const amount = BigInt(minor)
      return {
        caption,
        entity:
          entityId === null || entityName === null
            ? null
            : { id: idFrom('entity', entityId), name: entityName },
        debit: amount > 0n ? decimalOf(amount, row.currency) : null,
        credit: amount < 0n ? decimalOf(-amount, row.currency) : null,
      }
    }),
  }))
}

export async function countTopSide(tx: Transaction, rootEntityId: string | undefined): Promise<number> {
  const [row] = await tx.prepared<{ total: number }>(
    'select count(*)::int as total from top_side_entry where ($1::text is null or root_entity_id = $1)',
    [rootEntityId ?? null],
  )
  return row?.total ?? 0
}

interface TopSideRow extends Record<string, unknown> {
  id: Id<'top_side'>
  root_entity_id: string
  root_name: string
  currency: string
  effective_on: string
  memo: string
  carries_forward: boolean
  recorded_at: string
  lines: { caption: CaptionName; entityId: string | null; entityName: string | null; minor: string }[]
}
