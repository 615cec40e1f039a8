-- What makes two businesses look like one: so that doubles are found by a rule, and those that are none are remembered.

-- Without accents, legal forms, spaces and marks; "Nordlicht Möbel GmbH" and "nord-licht moebel" are one.
create function squeezed_name(name text) returns text language sql immutable parallel safe return
  regexp_replace(
    regexp_replace(
      regexp_replace(
        regexp_replace(translate(lower(normalize(name, nfkd)), 'ßøæœłđ', 'soaold'), U&'[\0300-\036F]', '', 'g'),
        '\m(the|inc|incorporated|llc|ltd|limited|gmbh|ug|ag|corp|corporation|co|company|plc|bv|sarl|srl|oy|ab)\M\.?', '', 'g'),
      '[[:space:][:punct:]]', '', 'g'),
    '([aou])e', '\1', 'g');

-- Without scheme, www and an ending: two ways to write one address are one.
create function bare_link(link text) returns text language sql immutable parallel safe return
  regexp_replace(regexp_replace(lower(link), '^https?://(www\.)?', ''), '[/?#]*$', '');

-- Hashes that two alike businesses share: the squeezed name, the same with each one letter left out (so names one letter
-- apart meet; from eight letters on, for short names differ by less than that), and the links. A digit is never
-- left out: what is numbered is told apart by it ("Stealth #24" and "Stealth #25" are two).
create function likeness_of(name text, links text[]) returns bigint[] language sql immutable parallel safe
  set search_path = public, pg_catalog as $$
  select coalesce(array_agg(distinct hashtextextended(key, 0)), '{}') from (
    select 'name ' || squeezed as key from squeezed_name(name) as squeezed where squeezed <> ''
    union all
    select 'name ' || left(squeezed, place - 1) || substr(squeezed, place + 1)
      from squeezed_name(name) as squeezed, generate_series(1, length(squeezed)) as place
      where length(squeezed) between 8 and 60 and substr(squeezed, place, 1) !~ '[0-9]'
    union all
    select 'link ' || bare_link(link) from unnest(links) as link
  ) as keys $$;

alter table business add column likeness bigint[] generated always as (likeness_of(name, links)) stored;

create table business_apart (
  studio_id studio_id not null references studio,
  low_id business_id not null,
  high_id business_id not null,
  reason text not null check (length(reason) <= 400),
  marked_by text collate "C" not null,
  marked_at timestamptz not null default now(),
  primary key (low_id, high_id),
  check (low_id < high_id),
  foreign key (studio_id, low_id) references business (studio_id, id),
  foreign key (studio_id, high_id) references business (studio_id, id)
);

alter table business_apart enable row level security;
alter table business_apart force row level security;
create policy wall on business_apart using (studio_id = (select current_studio()));
create policy coverage on business_apart as restrictive
  using ((select covers_studio()) or (exists (select from business where business.id = low_id)
    and exists (select from business where business.id = high_id)));

grant select, insert, delete on business_apart to iza_app;
