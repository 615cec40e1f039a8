-- What reports depend on is dated: a business's entity, category, stage and owner are kept as moves, each with the day from
-- which it holds. The row of the business keeps the present value, and a check holds that it is what the latest move says.

create domain business_move_id as text collate "C" check (value like 'mov\_%' and length(value) = 30);

alter table business
  add column owner_id person_id,
  -- Since when it is at its stage: how long it stands there is asked of thousands at once.
  add column stage_since date,
  add foreign key (studio_id, owner_id) references membership (studio_id, person_id);
create index business_owner on business (studio_id, owner_id) where owner_id is not null;

create table business_move (
  id business_move_id primary key,
  studio_id studio_id not null references studio,
  business_id business_id not null,
  -- Among moves of one day the later written one holds. Changes of one business wait for each other, so it never goes back.
  place bigint not null generated always as identity,
  -- The revision that the business got with it: what an undo takes back.
  revision integer not null check (revision > 0),
  attribute text not null check (attribute in ('entity', 'category', 'stage', 'owner')),
  entity_id entity_id,
  category_id category_id,
  stage text check (stage in
    ('idea', 'validation', 'solution', 'launched', 'growing', 'spun-out', 'exited', 'closed')),
  owner_id person_id,
  effective_on date not null,
  recorded_at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('person', 'api-key', 'machine', 'run', 'system', 'nobody')),
  actor_id text collate "C" not null check (length(actor_id) <= 60),
  evidence text not null default '' check (length(evidence) <= 4000),
  reason text not null default '' check (length(reason) <= 1000),
  withdrawn_at timestamptz,
  -- A day of slack: around midnight the clocks of two machines disagree about the day.
  check (effective_on <= (recorded_at at time zone 'UTC')::date + 1),
  check ((attribute = 'entity') = (entity_id is not null)),
  check ((attribute = 'stage') = (stage is not null)),
  check (attribute = 'category' or category_id is null),
  check (attribute = 'owner' or owner_id is null),
  foreign key (studio_id, business_id) references business (studio_id, id),
  foreign key (studio_id, entity_id) references entity (studio_id, id),
  foreign key (studio_id, category_id) references category (studio_id, id),
  foreign key (studio_id, owner_id) references membership (studio_id, person_id)
);
create index business_move_business on business_move (business_id, attribute, effective_on desc, place desc);

-- The owner of the tables is held by the wall like everyone: without this it would find no row to carry over.
alter table business no force row level security;
update business set stage_since = (created_at at time zone 'UTC')::date;
insert into business_move (id, studio_id, business_id, revision, attribute, entity_id, category_id, stage, effective_on,
  recorded_at, actor_kind, actor_id)
-- Hexadecimal digits are digits of an id too.
select 'mov_' || substr(id, 5, 10) || substr(md5(id || attribute), 1, 16),
  studio_id, id, 1, attribute, case attribute when 'entity' then entity_id end,
  case attribute when 'category' then category_id end, case attribute when 'stage' then stage end,
  stage_since, created_at, 'system', 'system'
from business, unnest(array['entity', 'category', 'stage']) as attribute
where attribute <> 'category' or category_id is not null;
alter table business force row level security;

alter table business alter column stage_since set not null;
-- Where a business stood before is told by its moves.
drop trigger business_stage_before on business;
drop function note_stage_before();
alter table business drop column stage_before;

alter table business_move enable row level security;
alter table business_move force row level security;
create policy wall on business_move using (studio_id = (select current_studio()));
-- For what is read and taken back: a row that is written in one statement with its business is not to be found yet.
create policy coverage on business_move as restrictive for select
  using ((select covers_studio()) or exists (select from business where business.id = business_move.business_id));
create policy coverage_of_changes on business_move as restrictive for update
  using ((select covers_studio()) or exists (select from business where business.id = business_move.business_id));

-- History is written once: of a move, only that it was taken back is ever changed.
grant select, insert on business_move to iza_app;
grant update (withdrawn_at) on business_move to iza_app;

-- Once per statement over all that it changed: a check of each row would cost an import of 20,000 a second more.
create function check_present_by_moves() returns trigger language plpgsql
  as $$
  declare ids text[]; broken text;
  begin
    if tg_table_name = 'business' then select array_agg(id) into ids from changed;
    else select array_agg(distinct business_id) into ids from changed;
    end if;
    select business.id into broken from business cross join lateral (
        select (array_agg(move.entity_id order by effective_on desc, place desc) filter (where attribute = 'entity'))[1] as entity_id,
          (array_agg(move.category_id order by effective_on desc, place desc) filter (where attribute = 'category'))[1] as category_id,
          (array_agg(move.stage order by effective_on desc, place desc) filter (where attribute = 'stage'))[1] as stage,
          (array_agg(move.owner_id order by effective_on desc, place desc) filter (where attribute = 'owner'))[1] as owner_id
        from business_move as move where move.business_id = business.id and withdrawn_at is null) as last
      where business.id = any (ids)
        and (business.entity_id, business.category_id, business.stage, business.owner_id)
          is distinct from (last.entity_id, last.category_id, last.stage, last.owner_id)
      limit 1;
    if broken is not null then
      raise exception 'the present of % is not what its latest moves say', broken using errcode = 'check_violation';
    end if;
    return null;
  end $$;

create trigger present_by_moves_new after insert on business
  referencing new table as changed for each statement execute function check_present_by_moves();
create trigger present_by_moves_changed after update on business
  referencing new table as changed for each statement execute function check_present_by_moves();
create trigger present_by_moves_moved after insert on business_move
  referencing new table as changed for each statement execute function check_present_by_moves();
create trigger present_by_moves_withdrawn after update on business_move
  referencing new table as changed for each statement execute function check_present_by_moves();

-- How many days a business may stand at a stage before it counts as stalled; null where the studio sets no limit. What is
-- not set here is as STAGE_DAYS in stage-clock.ts says.
create table stage_clock (
  studio_id studio_id not null references studio,
  stage text not null check (stage in
    ('idea', 'validation', 'solution', 'launched', 'growing', 'spun-out', 'exited', 'closed')),
  days_max integer check (days_max between 1 and 3650),
  primary key (studio_id, stage)
);
alter table stage_clock enable row level security;
alter table stage_clock force row level security;
create policy wall on stage_clock using (studio_id = (select current_studio()));
grant select, insert, update on stage_clock to iza_app;
