import { sql } from 'kysely'

/** Entries by hand, of one book or of two entities at once, that are above the limit and that nobody has decided on yet. */
export const WAITING = sql`select approval.id as subject_id, null::text as other_id, null::text as business_id,
    entity.id as entity_id, approval.requested_at as since,
    jsonb_build_object('memo', approval.shown_input ->> 'memo', 'entity', entity.name, 'asker', approval.requester_name,
      'because', approval.held_reason, 'expiresOn', (approval.expires_at at time zone 'UTC')::date) as facts
  from approval
    left join book on book.id = approval.shown_input ->> 'bookId'
    join entity on entity.id = coalesce(book.entity_id, approval.shown_input #>> '{from,entityId}')
  where approval.operation in ('ledger.post-entry', 'group.post-intercompany') and approval.held_because = 'demanded'
    and approval.status = 'pending' and approval.expires_at > now()`
