-- What is known of a legal entity, and who owns and controls it on which day.

create domain holder_id as text collate "C" check (value like 'hol\_%' and length(value) = 30);
create domain stake_id as text collate "C" check (value like 'stk\_%' and length(value) = 30);
create domain judgement_id as text collate "C" check (value like 'jud\_%' and length(value) = 30);

alter table entity
  add column status text not null default 'active' check (status in ('active', 'dormant', 'dissolved')),
  -- Where it stood before, while that move is the last change to the row: such a move can be taken back.
  add column status_before text check (status_before in ('active', 'dormant', 'dissolved')),
  add column ein text collate "C" check (ein ~ '^[0-9]{2}-[0-9]{7}$'),
  add column lei text collate "C" check (lei ~ '^[A-Z0-9]{18}[0-9]{2}$'),
  add column registration_number text check (length(registration_number) between 1 and 60),
  add column registered_address text check (length(registered_address) between 1 and 400),
  add column postal_address text check (length(postal_address) between 1 and 400),
  add column functional_currency text collate "C" check (functional_currency ~ '^[A-Z]{3}$'),
  add column fiscal_year_end text collate "C" check (fiscal_year_end ~ '^(0[1-9]|1[0-2])-[0-3][0-9]$'),
  add column revision integer not null default 1,
  add column updated_at timestamptz not null default now();
create unique index entity_ein on entity (studio_id, ein);
create unique index entity_lei on entity (studio_id, lei);
-- Registers number for themselves: the same number in another jurisdiction is another entity.
create unique index entity_registration on entity (studio_id, lower(jurisdiction), lower(registration_number));

create table holder (
  id holder_id primary key,
  studio_id studio_id not null references studio,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('person', 'investor')),
  created_at timestamptz not null default now(),
  unique (studio_id, id)
);
create unique index holder_name on holder (studio_id, lower(name));
comment on column holder.name is 'personal: name';

create table stake (
  id stake_id primary key,
  studio_id studio_id not null references studio,
  entity_id entity_id not null,
  owner_entity_id entity_id,
  owner_holder_id holder_id,
  owner_id text collate "C" not null generated always as (coalesce(owner_entity_id::text, owner_holder_id::text)) stored,
  -- Millionths of a percent: 100 % is 100,000,000.
  voting_millionths bigint not null check (voting_millionths between 0 and 100000000),
  economic_millionths bigint not null check (economic_millionths between 0 and 100000000),
  from_on date not null check (from_on between '1800-01-01' and '2199-12-31'),
  -- Its last day; null while no end is known.
  until_on date check (until_on between from_on and '2199-12-31'),
  evidence text check (length(evidence) between 1 and 400),
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 400),
  unique (studio_id, id),
  check (num_nonnulls(owner_entity_id, owner_holder_id) = 1),
  check (owner_entity_id <> entity_id),
  check (voting_millionths > 0 or economic_millionths > 0),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  foreign key (studio_id, entity_id) references entity (studio_id, id),
  foreign key (studio_id, owner_entity_id) references entity (studio_id, id),
  foreign key (studio_id, owner_holder_id) references holder (studio_id, id)
);
create index stake_entity on stake (studio_id, entity_id) where withdrawn_at is null;
create index stake_owner on stake (studio_id, owner_id) where withdrawn_at is null;

create table judgement (
  id judgement_id primary key,
  studio_id studio_id not null references studio,
  entity_id entity_id not null,
  owner_entity_id entity_id,
  owner_holder_id holder_id,
  owner_id text collate "C" not null generated always as (coalesce(owner_entity_id::text, owner_holder_id::text)) stored,
  controls boolean not null,
  from_on date not null check (from_on between '1800-01-01' and '2199-12-31'),
  until_on date check (until_on between from_on and '2199-12-31'),
  reason text not null check (length(reason) between 1 and 2000),
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 400),
  unique (studio_id, id),
  check (num_nonnulls(owner_entity_id, owner_holder_id) = 1),
  check (owner_entity_id <> entity_id),
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  foreign key (studio_id, entity_id) references entity (studio_id, id),
  foreign key (studio_id, owner_entity_id) references entity (studio_id, id),
  foreign key (studio_id, owner_holder_id) references holder (studio_id, id)
);
create index judgement_entity on judgement (studio_id, entity_id) where withdrawn_at is null;

-- What cannot be seen from one row stands here a second time, beside the handlers: the lock first, for two writers who do
-- not see each other's rows could close a circle together.
create function lock_ownership(studio text) returns void language sql volatile
  as $$ select pg_advisory_xact_lock(hashtextextended('ownership ' || studio, 0)) $$;

create function ownership_circle(studio text, owned text, owner text, during daterange) returns boolean
  language sql stable as $$
  with recursive above (id, during) as (
    select owner collate "C", during
    union
    select edge.owner, above.during * edge.during from above join (
      select entity_id, owner_entity_id as owner, daterange(from_on, until_on, '[]') as during
        from stake where studio_id = studio and withdrawn_at is null and owner_entity_id is not null
      union all
      select entity_id, owner_entity_id, daterange(from_on, until_on, '[]')
        from judgement where studio_id = studio and withdrawn_at is null and owner_entity_id is not null and controls
    ) edge on edge.entity_id = above.id and edge.during && above.during
  ) select exists (select from above where id = owned) $$;

create function check_stake() returns trigger language plpgsql as $$
declare
  during daterange := daterange(new.from_on, new.until_on, '[]');
begin
  perform lock_ownership(new.studio_id);
  if new.withdrawn_at is not null then return new; end if;
  if exists (select from stake where studio_id = new.studio_id and entity_id = new.entity_id
      and owner_id = coalesce(new.owner_entity_id::text, new.owner_holder_id::text)
      and id <> new.id and withdrawn_at is null and daterange(from_on, until_on, '[]') && during) then
    raise exception 'stakes of one owner overlap' using errcode = 'exclusion_violation';
  end if;
  -- The sum can only be at its highest on a day on which some stake begins.
  if exists (
    select from (
      select new.from_on as day union
      select from_on from stake where studio_id = new.studio_id and entity_id = new.entity_id
        and withdrawn_at is null and from_on <@ during) days
    join stake on stake.studio_id = new.studio_id and stake.entity_id = new.entity_id and stake.id <> new.id
      and stake.withdrawn_at is null and days.day <@ daterange(stake.from_on, stake.until_on, '[]')
    group by days.day
    having sum(stake.voting_millionths) + new.voting_millionths > 100000000
      or sum(stake.economic_millionths) + new.economic_millionths > 100000000) then
    raise exception 'more than the whole is owned' using errcode = 'check_violation';
  end if;
  if new.owner_entity_id is not null
      and ownership_circle(new.studio_id, new.entity_id, new.owner_entity_id, during) then
    raise exception 'ownership runs in a circle' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger check_stake before insert or update on stake for each row execute function check_stake();

create function check_judgement() returns trigger language plpgsql as $$
declare
  during daterange := daterange(new.from_on, new.until_on, '[]');
begin
  perform lock_ownership(new.studio_id);
  if new.withdrawn_at is not null then return new; end if;
  if exists (select from judgement where studio_id = new.studio_id and entity_id = new.entity_id
      and id <> new.id and withdrawn_at is null and daterange(from_on, until_on, '[]') && during) then
    raise exception 'judgements on one entity overlap' using errcode = 'exclusion_violation';
  end if;
  if new.controls and new.owner_entity_id is not null
      and ownership_circle(new.studio_id, new.entity_id, new.owner_entity_id, during) then
    raise exception 'control runs in a circle' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger check_judgement before insert or update on judgement for each row execute function check_judgement();

-- A part of an ownership table reads as the whole of it: these rows are for those who see the whole studio.
alter table holder enable row level security;
alter table holder force row level security;
create policy wall on holder using (studio_id = (select current_studio()));
create policy coverage on holder as restrictive using ((select covers_studio()));

alter table stake enable row level security;
alter table stake force row level security;
create policy wall on stake using (studio_id = (select current_studio()));
create policy coverage on stake as restrictive using ((select covers_studio()));

alter table judgement enable row level security;
alter table judgement force row level security;
create policy wall on judgement using (studio_id = (select current_studio()));
create policy coverage on judgement as restrictive using ((select covers_studio()));

grant select, insert on holder, stake, judgement to iza_app;
-- Nothing else of what was recorded changes: a stake is ended or withdrawn, and its row stays.
grant update (until_on, withdrawn_at, withdrawn_reason) on stake to iza_app;
grant update (withdrawn_at, withdrawn_reason) on judgement to iza_app;
