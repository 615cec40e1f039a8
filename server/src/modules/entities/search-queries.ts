import { sql } from 'kysely'
import { placeOf, type SearchSource } from '#server/modules/search/index.ts'

const entity = { of: sql`entity.id`, name: sql`entity.name` }

export const entitiesSources: SearchSource[] = [
  {
    kind: 'entity',
    permission: 'entities.read',
    hits: (wanted) => sql`
      select entity.id, entity.name as title, entity.kind || ', ' || entity.jurisdiction as detail,
        case when ${wanted.id} in (entity.ein, entity.lei, entity.registration_number) then 0
          else ${placeOf(wanted, entity)} end as place
      from entity`,
  },
]
