import { sql } from 'kysely'
import type { SubjectKind } from '#server/modules/subjects/index.ts'
import { exampleBusiness } from './example-business.ts'

/** Open to whoever covers it, its entity or its category. */
export const businessSubject: SubjectKind = {
  noun: 'business',
  permission: 'businesses.read',
  row: (id) => sql`
    select business.id, business.name as title, business.id as business_id,
      jsonb_build_array(jsonb_build_array(business.id, business.entity_id, business.category_id)) as needs,
      '{}'::text[] as people, null as operation, business.owner_id
    from business where business.id = ${id}`,
  example: async (factory) => (await exampleBusiness(factory)).id,
}
