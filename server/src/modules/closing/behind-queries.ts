import { sql } from 'kysely'

/**
 * Books that are open for a month for which nine of ten are closed, softly or for good; of fewer than twenty, all but one. So there are never
 * more of them than a tenth, and none before the others are through. A book without an entry by then has nothing to close.
 */
export const BEHIND = sql`
  with standing as (
    select book.id, book.entity_id, entity.name, greatest(book.closed_through, book.soft_closed_through) as through,
      (select min(effective_on) from entry where entry.book_id = book.id) as first_on
    from book join entity on entity.id = book.entity_id),
  kept as (select * from standing where first_on is not null),
  others as (select through from kept order by through nulls first
    offset greatest(1, (select count(*) / 10 from kept)) limit 1)
  select kept.id as subject_id, null::text as other_id, null::text as business_id, kept.entity_id, null::timestamptz as since,
    jsonb_build_object('entity', kept.name, 'month', to_char(others.through, 'YYYY-MM'),
      'closed', to_char(kept.through, 'YYYY-MM')) as facts
  from kept cross join others
  where others.through is not null and kept.first_on <= others.through
    and (kept.through is null or kept.through < others.through)`
