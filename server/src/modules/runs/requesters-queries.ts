import type { Transaction } from '#server/database/database.ts'

/**
 * Which people asked for these runs. Carrying out an approval is left out: whoever asked is told of the approval itself.
 */
export async function findRequesters(
  tx: Transaction,
  runIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.prepared<{ id: string; person_id: string }>(
    `select id, person_id from run where studio_id = current_studio() and id = any ($1) and person_id is not null
       and program <> 'approvals.carry-out'`,
    [[...new Set(runIds)]],
  )
  return new Map(rows.map(({ id, person_id: personId }) => [id, personId]))
}
