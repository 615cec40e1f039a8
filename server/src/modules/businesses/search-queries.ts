import { sql } from 'kysely'
import { placeOf, type SearchSource } from '#server/modules/search/index.ts'

const business = { of: sql`business.id`, name: sql`business.name`, text: sql`business.description` }
const category = { of: sql`category.id`, name: sql`category.name` }

/** Archived ones too, for whoever looks for a name wants to know where it went; they say so. */
export const businessesSources: SearchSource[] = [
  {
    kind: 'business',
    permission: 'businesses.read',
    hits: (wanted) => sql`
      select business.id, business.name as title,
        case when business.archived_at is null then business.stage else 'archived' end as detail,
        ${placeOf(wanted, business)} as place
      from business`,
  },
  {
    kind: 'category',
    permission: 'businesses.read',
    hits: (wanted) => sql`
      select category.id, category.name as title, null as detail, ${placeOf(wanted, category)} as place from category`,
  },
]
