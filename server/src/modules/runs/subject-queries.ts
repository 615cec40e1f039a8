import { sql } from 'kysely'
import type { SubjectKind } from '#server/modules/subjects/index.ts'

/** Open to whoever asked for it; of others', those about a business that is covered. */
export const runSubject: SubjectKind = {
  noun: 'run',
  permission: 'runs.read',
  row: (id) => sql`
    select run.id, run.title, run.business_id, case when business.id is not null
        then jsonb_build_array(jsonb_build_array(business.id, business.entity_id, business.category_id)) end as needs,
      array_remove(array[run.person_id]::text[], null) as people, null as operation, null as owner_id
    from run left join business on business.id = run.business_id where run.id = ${id}`,
}
