import { sql } from 'kysely'
import type { SubjectKind } from '#server/modules/subjects/index.ts'

/** An endpoint of the studio, open to whoever may manage endpoints. People are told of it; it has no comments and no files. */
export const endpointSubject: SubjectKind = {
  noun: 'webhook_endpoint',
  permission: 'webhooks.manage',
  row: (id) => sql`
    select endpoint.id, endpoint.url as title, null as business_id, null::jsonb as needs, '{}'::text[] as people,
      null as operation, null as owner_id
    from webhook_endpoint as endpoint where endpoint.id = ${id} and endpoint.person_id is null`,
}
