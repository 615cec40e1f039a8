import type { Transaction } from '#server/database/database.ts'

export interface MakerRow {
  id: string
  /** Whoever made it, where a person did; of a person's own endpoint that person. */
  maker_id: string | null
  is_own: boolean
}

/** Whose endpoints these are. */
export async function findMakers(tx: Transaction, ids: readonly string[]): Promise<MakerRow[]> {
  return tx.prepared<MakerRow & Record<string, unknown>>(
    `select id, coalesce(person_id::text, case when created_by like 'per\\_%' then created_by end) as maker_id,
       person_id is not null as is_own
     from webhook_endpoint where studio_id = current_studio() and id = any ($1)`,
    [[...new Set(ids)]],
  )
}
