import type { Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { findBusiness, findBusinessForChange, updateBusinessRow } from './businesses-queries.ts'
import { businessNotFound } from './problems.ts'
import type { Business } from './schema.ts'

/** Archives at an instant, or restores with null. Doing it a second time changes nothing and leaves no event. */
export async function setArchived(
  { tx, record }: CallContext,
  businessId: Id<'business'>,
  archivedAt: string | null,
): Promise<Business> {
  const found = await findBusinessForChange(tx, businessId)
  if (!found) throw businessNotFound(businessId)
  if ((found.archivedAt === null) === (archivedAt === null)) return found
  await updateBusinessRow(tx, businessId, { archived_at: archivedAt })
  record({
    type: archivedAt === null ? 'businesses.business-restored' : 'businesses.business-archived',
    subjectId: businessId,
    businessId,
    before: { archivedAt: found.archivedAt },
    after: { archivedAt },
  })
  const business = await findBusiness(tx, businessId)
  if (!business) throw businessNotFound(businessId)
  return business
}
