import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

const KEPT_MAX = 200

export async function findRemembered(
  tx: Transaction,
  { target, fingerprint }: { target: string; fingerprint: string },
): Promise<unknown> {
  const [row] = await tx.prepared<{ said: unknown }>(
    'select said from remembered_mapping where target = $1 and fingerprint = $2',
    [target, fingerprint],
  )
  return row?.said
}

/** Of a studio's files with the same columns the last word counts; of all of them the latest two hundred are kept. */
export async function saveRemembered(
  tx: Transaction,
  given: { studioId: Id<'studio'>; target: string; fingerprint: string; said: unknown },
): Promise<void> {
  await tx.prepared(
    `insert into remembered_mapping (studio_id, target, fingerprint, said) values ($1, $2, $3, $4)
     on conflict (studio_id, target, fingerprint) do update set said = excluded.said, used_at = now()`,
    [given.studioId, given.target, given.fingerprint, JSON.stringify(given.said)],
  )
  await tx.prepared(
    `delete from remembered_mapping where target = $1 and fingerprint in (
       select fingerprint from remembered_mapping where target = $1 order by used_at desc, fingerprint offset $2)`,
    [given.target, KEPT_MAX],
  )
}
