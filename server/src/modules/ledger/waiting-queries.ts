import { sql } from 'kysely'

/** All that is asked for in books and that nobody has decided on yet, for whatever reason it waits. */
export const WAITING = sql`select approval.id as subject_id, null::text as other_id, null::text as business_id,
    (select entity.id from unnest(approval.touches) with ordinality as touched (id, place)
      join entity on entity.id = touched.id order by place limit 1) as entity_id,
    approval.requested_at as since,
    jsonb_build_object('operation', approval.operation, 'told', approval.says, 'asker', approval.requester_name,
      'held', approval.held_because, 'because', approval.held_reason,
      'expiresOn', (approval.expires_at at time zone 'UTC')::date) as facts
  from approval
  where split_part(approval.operation, '.', 1) in ('ledger', 'closing', 'group', 'migration')
    and approval.status = 'pending' and approval.expires_at > now()`
