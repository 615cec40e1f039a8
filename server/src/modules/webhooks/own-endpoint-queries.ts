import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'

/** How a person's own endpoint is: where it goes, and whether it takes anything. Undefined for one that was archived. */
export async function findOwnEndpoint(
  tx: Transaction,
  id: Id<'webhook_endpoint'>,
): Promise<{ url: string; isEnabled: boolean; failingSince: string | null } | undefined> {
  const [row] = await tx.prepared<{ url: string; is_enabled: boolean; failing_since: string | null }>(
    `select url, disabled_why is null as is_enabled, failing_since from webhook_endpoint
     where id = $1 and person_id = current_person() and archived_at is null`,
    [id],
  )
  return row && { url: row.url, isEnabled: row.is_enabled, failingSince: row.failing_since }
}

/** Nothing goes there any more; deliveries under way end. */
export async function setOwnEndpointArchived(tx: Transaction, id: Id<'webhook_endpoint'>): Promise<void> {
  await tx.prepared(
    `update webhook_endpoint set archived_at = now(), revision = revision + 1
     where id = $1 and person_id = current_person() and archived_at is null`,
    [id],
  )
}
