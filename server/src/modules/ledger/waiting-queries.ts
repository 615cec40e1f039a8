import { sql } from 'kysely'

/**
 * Entries by hand that are above the limit and that nobody has decided on yet: new ones, drafts, pending ones, reversals, schedules, and those
 * of two entities at once.
 */
export const WAITING = sql`select approval.id as subject_id, null::text as other_id, null::text as business_id,
    entity.id as entity_id, approval.requested_at as since,
    jsonb_build_object('memo', coalesce(approval.shown_input ->> 'memo', approval.shown_input ->> 'name', unposted.content ->> 'memo', entry.memo),
      'entity', concat_ws(' / ', entity.name, other.name), 'asker', approval.requester_name,
      'because', approval.held_reason, 'expiresOn', (approval.expires_at at time zone 'UTC')::date) as facts
  from approval
    left join unposted_entry as unposted
      on unposted.id = coalesce(approval.shown_input ->> 'draftId', approval.shown_input ->> 'pendingId')
    left join entry on entry.id = approval.shown_input ->> 'entryId'
    left join book on book.id = coalesce(approval.shown_input ->> 'bookId', unposted.book_id, entry.book_id)
    join entity on entity.id = coalesce(book.entity_id, approval.shown_input #>> '{from,entityId}')
    left join entity as other on other.id = approval.shown_input #>> '{to,entityId}'
  where approval.operation in ('ledger.post-entry', 'ledger.post-draft', 'ledger.post-pending', 'ledger.reverse-entry',
      'closing.create-schedule', 'group.post-intercompany') and approval.held_because = 'demanded'
    and approval.status = 'pending' and approval.expires_at > now()`
