import { sql } from 'kysely'
import type { Transaction } from '#server/database/database.ts'

/** Bytes of the studio, each content counted once. */
export async function bytesHeld(tx: Transaction): Promise<number> {
  const [row] = await tx.prepared<{ held: bigint }>(
    'select coalesce(sum(size), 0)::int8 as held from stored_file where studio_id = current_studio()',
    [],
  )
  return Number(row?.held ?? 0)
}

/** Of these hashes, those that no row names: their bytes are nobody's. */
export async function unclaimed(tx: Transaction, hashes: readonly string[]): Promise<string[]> {
  const rows = await tx.prepared<{ sha256: string }>(
    `select given.sha256 from unnest($1::text[]) as given (sha256) where not exists (select from stored_file
       where stored_file.studio_id = current_studio() and stored_file.sha256 = given.sha256)`,
    [hashes],
  )
  return rows.map(({ sha256 }) => sha256)
}

/** Hashes in their order, after the given one. */
export async function storedAfter(tx: Transaction, after: string, limit: number): Promise<string[]> {
  const rows = await tx.prepared<{ sha256: string }>(
    `select sha256 from stored_file where studio_id = current_studio() and sha256 > $1 order by sha256 limit $2`,
    [after, limit],
  )
  return rows.map(({ sha256 }) => sha256)
}

export async function noteChecked(
  tx: Transaction,
  checked: readonly { sha256: string; fault: 'missing' | 'altered' | null }[],
): Promise<void> {
  await tx.prepared(
    `update stored_file set checked_at = now(), fault = given.fault
     from jsonb_to_recordset($1::jsonb) as given (sha256 text, fault text)
     where stored_file.studio_id = current_studio() and stored_file.sha256 = given.sha256`,
    [JSON.stringify(checked)],
  )
}

/** Files that are shown and whose bytes were found missing or altered; of approvals none, for they are open one by one. */
export const DAMAGED = sql`
  select attachment.id as subject_id, null as other_id, attachment.business_id,
    case when attachment.subject_id like 'ent\_%' then attachment.subject_id end as entity_id,
    stored_file.checked_at as since,
    jsonb_build_object('name', attachment.name, 'fault', stored_file.fault) as facts
  from attachment join stored_file on stored_file.studio_id = attachment.studio_id
    and stored_file.sha256 = attachment.sha256
  where stored_file.fault is not null and attachment.removed_at is null
    and attachment.subject_id not like 'apv\_%'`
