import { sql } from 'kysely'

/** Endpoints of the studio that were disabled for failing, or fail for an hour and more. */
export const FAILING = sql`
  select id as subject_id, null as other_id, null as business_id, null as entity_id,
    coalesce(disabled_at, failing_since) as since,
    jsonb_build_object('url', url, 'disabledWhy', disabled_why) as facts
  from webhook_endpoint
  where person_id is null and archived_at is null and disabled_why is distinct from 'by-hand'
    and (disabled_why is not null or failing_since < now() - interval '1 hour')`
