import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Provenance } from './schema.ts'

interface PointOfMany {
  kpi_id: Id<'kpi'> | null
  business_id: Id<'business'>
  starts_on: string | null
  value: string | null
  provenance: Provenance | null
}

/** What is in force since that day, and which of the businesses are open to the caller: also those that told nothing. */
export async function seriesOfMany(
  tx: Transaction,
  given: { businessIds: readonly Id<'business'>[]; kpiIds: readonly Id<'kpi'>[]; from: string },
): Promise<{ open: Set<string>; points: PointOfMany[] }> {
  const rows = await tx.prepared<PointOfMany & Record<string, unknown>>(
    `select business.id as business_id, force.kpi_id, force.starts_on::text as starts_on,
       trim_scale(force.value)::text as value, force.provenance
     from business left join kpi_value_in_force as force on force.business_id = business.id
       and force.kpi_id = any ($2) and force.starts_on >= $3::date
     where business.id = any ($1)`,
    [given.businessIds, given.kpiIds, given.from],
  )
  return {
    open: new Set(rows.map(({ business_id }) => business_id)),
    points: rows.filter(({ kpi_id }) => kpi_id !== null),
  }
}
