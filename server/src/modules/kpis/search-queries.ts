import { sql } from 'kysely'
import { placeOf, type SearchSource } from '#server/modules/search/index.ts'

const kpi = { of: sql`kpi.id`, name: sql`kpi.name`, text: sql`kpi.description` }

export const kpisSources: SearchSource[] = [
  {
    kind: 'kpi',
    permission: 'kpis.read',
    hits: (wanted) => sql`
      select kpi.id, kpi.name as title, kpi.measure as detail, ${placeOf(wanted, kpi)} as place
      from kpi where archived_at is null`,
  },
]
