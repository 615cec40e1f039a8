import { sql } from 'kysely'
import { placeOf, type SearchSource } from '#server/modules/search/index.ts'

const person = { of: sql`person.id`, name: sql`person.display_name`, text: sql`person.email` }

export const identitySources: SearchSource[] = [
  {
    kind: 'person',
    permission: 'identity.read-people',
    isOfWholeStudio: true,
    hits: (wanted) => sql`
      select person.id, person.display_name as title, person.email as detail, ${placeOf(wanted, person)} as place
      from person join membership on membership.person_id = person.id and membership.ended_at is null`,
  },
]
