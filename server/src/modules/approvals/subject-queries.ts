import { sql } from 'kysely'
import type { SubjectKind } from '#server/modules/subjects/index.ts'

/** Open to whoever asked, and to who may do what it holds and covers all that it touches. */
export const approvalSubject: SubjectKind = {
  noun: 'approval',
  permission: 'approvals.read',
  row: (id) => sql`
    select approval.id, approval.operation as title, null as business_id,
      (select jsonb_agg(coalesce(
          (select jsonb_build_array(business.id, business.entity_id, business.category_id)
            from business where business.id = touched.id), jsonb_build_array(touched.id)))
        from unnest(approval.touches) as touched (id)) as needs,
      array_remove(array[approval.person_id, approval.requester_id]::text[], null) as people, approval.operation, null as owner_id
    from approval where approval.id = ${id}`,
}
