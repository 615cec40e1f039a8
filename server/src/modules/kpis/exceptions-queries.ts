import { sql } from 'kysely'
import { contradictions, stale } from './findings-queries.ts'

/** As `kpis.list-contradictions` finds them, of every KPI and period. */
export const CONTRADICTED = sql`
  select found.business_id as subject_id, found.kpi_id || ' ' || found.starts_on as other_id, found.business_id,
    null as entity_id, claim.recorded_at as since,
    jsonb_build_object('business', business.name, 'kpi', kpi.name, 'cadence', kpi.cadence, 'startsOn', found.starts_on,
      'measure', kpi.measure, 'claimed', trim_scale(claim.value)::text, 'firm', trim_scale(firm.value)::text,
      'provenance', firm.provenance) as facts
  from ${contradictions({ kpiId: undefined, businessId: undefined, startsOn: undefined })} as found
  join kpi on kpi.id = found.kpi_id join business on business.id = found.business_id
  join kpi_value as claim on claim.id = found.claimed_id join kpi_value as firm on firm.id = found.firm_id`

/** As `kpis.list-stale` finds them, of every KPI. */
export const SILENT = sql`
  select business_id as subject_id, kpi_id as other_id, business_id, null as entity_id, null::timestamptz as since,
    jsonb_build_object('business', business_name, 'kpi', kpi_name, 'cadence', cadence, 'lastOn', starts_on::text,
      'dueOn', due_on) as facts
  from ${stale()} as found`
