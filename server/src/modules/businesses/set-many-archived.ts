import { z } from 'zod'
import type { Id } from '#kernel/ids.ts'
import { id } from '#server/catalogue/fields.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { document } from '#server/catalogue/secret-fields.ts'
import { setManyArchivedRows } from './businesses-queries.ts'
import { ROWS_MAX } from './create-businesses.ts'
import { ensureRoomToRestore } from './room-left.ts'

export const ManyBusinesses = z.strictObject({
  businessIds: document(z.array(id('business')).max(ROWS_MAX)),
})

export const ManyChanged = z.strictObject({
  businessIds: z
    .array(id('business'))
    .max(ROWS_MAX)
    .describe('Those that were changed by it, and were not so already.'),
})

/** All of them or none; those that are so already stay as they are and leave no event. */
export async function setManyArchived(
  { tx, record }: CallContext,
  given: { businessIds: Id<'business'>[]; archivedAt: string | null },
): Promise<{ businessIds: Id<'business'>[] }> {
  const { archivedAt } = given
  if (archivedAt === null) await ensureRoomToRestore(tx, given.businessIds)
  const changed = await setManyArchivedRows(tx, [...new Set(given.businessIds)], archivedAt)
  const type = archivedAt === null ? 'businesses.business-restored' : 'businesses.business-archived'
  for (const { id: businessId, was } of changed) {
    const before = { archivedAt: was }
    record({ type, subjectId: businessId, businessId, before, after: { archivedAt } })
  }
  return { businessIds: changed.map((one) => one.id) }
}
