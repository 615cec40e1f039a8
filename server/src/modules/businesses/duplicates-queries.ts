import { sql } from 'kysely'

/**
 * Of those that are alike, each later one against the first: forty of one name are thirty-nine rows, not 780. Hashes of
 * what makes them alike stand in the row (000016-likeness.sql): 10,000 businesses take 0.1 s, where a comparison of
 * trigrams with every other took seconds.
 */
export const DUPLICATES = sql`
    with alike as (
      select distinct first_id, id from (
        select min(business.id) as first_id, array_agg(business.id) as ids
        from business, unnest(business.likeness) as hash
        where business.archived_at is null group by hash having count(*) > 1
      ) as met, unnest(ids) as id where id <> first_id)
    select later.id as subject_id, earlier.id as other_id, later.id as business_id, later.entity_id,
      later.created_at as since,
      jsonb_build_object('name', later.name, 'otherName', earlier.name, 'why', case
        when squeezed_name(later.name) = squeezed_name(earlier.name) then 'name'
        when exists (select from unnest(later.links) as one, unnest(earlier.links) as other
          where bare_link(one) = bare_link(other)) then 'link'
        else 'near' end) as facts
    from alike join business as later on later.id = alike.id join business as earlier on earlier.id = alike.first_id
    where not exists (select from business_apart
      where low_id = least(later.id, earlier.id) and high_id = greatest(later.id, earlier.id))`
