import type { Id } from '#kernel/ids.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Provenance } from './schema.ts'

export interface LatestPart {
  provenance: Provenance | null
  figure: string | null
  businesses: number
  oldest_on: string | null
}

/** One row per provenance and one for all, over the latest period of each business at work. */
export async function latestParts(
  tx: Transaction,
  kpiId: Id<'kpi'>,
  yearsMax: number,
): Promise<LatestPart[]> {
  return tx.prepared<LatestPart & Record<string, unknown>>(
    `select provenance, trim_scale(sum(value))::text as figure, count(*)::int as businesses,
       min(starts_on)::text as oldest_on
     from (
       select distinct on (force.business_id) force.provenance, force.value, force.starts_on
       from kpi_value_in_force as force
       join business on business.id = force.business_id and business.archived_at is null
       where force.kpi_id = $1 and force.starts_on > now() - make_interval(years => $2)
       order by force.business_id, force.starts_on desc) as latest
     group by grouping sets ((provenance), ()) order by provenance`,
    [kpiId, yearsMax],
  )
}
