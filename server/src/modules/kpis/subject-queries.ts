import { sql } from 'kysely'
import type { SubjectKind } from '#server/modules/subjects/index.ts'

/** A KPI is the studio's, and open to whoever reads KPIs of any part of it. */
export const kpiSubject: SubjectKind = {
  noun: 'kpi',
  permission: 'kpis.read',
  row: (id) => sql`
    select kpi.id, kpi.name as title, null as business_id, '[]'::jsonb as needs, '{}'::text[] as people,
      null as operation, kpi.owner_id
    from kpi where kpi.id = ${id}`,
}
