import type { Transaction } from '#server/database/database.ts'

export interface AskedRow {
  id: string
  operation: string
  /** Whose own hand asked for it. */
  person_id: string | null
  held_roles: string[]
}

/** What approvals hold, and who asked, by their ids. */
export async function findAsked(tx: Transaction, ids: readonly string[]): Promise<AskedRow[]> {
  return tx.prepared<AskedRow & Record<string, unknown>>(
    `select id, operation, person_id, held_roles from approval
     where studio_id = current_studio() and id = any ($1)`,
    [[...new Set(ids)]],
  )
}
