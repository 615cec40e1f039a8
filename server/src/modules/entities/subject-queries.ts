import { sql } from 'kysely'
import type { SubjectKind } from '#server/modules/subjects/index.ts'

/** Open to whoever is granted the entity itself, and not to who sees it for a business in it. */
export const entitySubject: SubjectKind = {
  noun: 'entity',
  permission: 'entities.read',
  row: (id) => sql`
    select entity.id, entity.name as title, null as business_id,
      jsonb_build_array(jsonb_build_array(entity.id)) as needs, '{}'::text[] as people, null as operation,
      null as owner_id
    from entity where entity.id = ${id}`,
}
