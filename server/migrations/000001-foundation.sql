-- The wall: who sees which rows is decided here, under the permission check of invoke().
-- A transaction names its studio, its person, what its permission covers, and the credential presented.

create function current_studio() returns text language sql stable
  as $$ select nullif(current_setting('iza.studio', true), '') $$;
create function current_person() returns text language sql stable
  as $$ select nullif(current_setting('iza.person', true), '') $$;
-- What the actor presented before it is known: an e-mail address, or the SHA-256 of a token in hex.
create function presented_credential() returns text language sql stable
  as $$ select nullif(current_setting('iza.presented', true), '') $$;
-- '*' covers the whole studio; otherwise an array of ids of entities, categories and businesses.
create function covers_studio() returns boolean language sql stable
  as $$ select coalesce(current_setting('iza.coverage', true), '') = '*' $$;
create function covered_ids() returns text[] language sql stable
  as $$ select case when coalesce(current_setting('iza.coverage', true), '') in ('', '*') then '{}'::text[]
               else current_setting('iza.coverage', true)::text[] end $$;

create domain studio_id as text collate "C" check (value like 'stu\_%' and length(value) = 30);
create domain person_id as text collate "C" check (value like 'per\_%' and length(value) = 30);
create domain membership_id as text collate "C" check (value like 'mem\_%' and length(value) = 30);
create domain grant_id as text collate "C" check (value like 'grt\_%' and length(value) = 30);
create domain session_id as text collate "C" check (value like 'ses\_%' and length(value) = 30);
create domain entity_id as text collate "C" check (value like 'ent\_%' and length(value) = 30);
create domain category_id as text collate "C" check (value like 'cat\_%' and length(value) = 30);
create domain business_id as text collate "C" check (value like 'biz\_%' and length(value) = 30);
create domain audit_line_id as text collate "C" check (value like 'aud\_%' and length(value) = 30);
create domain event_id as text collate "C" check (value like 'evt\_%' and length(value) = 30);

-- Identity -----------------------------------------------------------------------------------------

create table studio (
  id studio_id primary key,
  name text not null check (length(name) between 1 and 120),
  -- Raised in the transaction of every change to access; invoke() compares it in each of its own, so
  -- that a revocation acts on the next request of every process.
  access_epoch bigint not null default 1,
  founded_at timestamptz not null default now()
);

-- One row once the first studio is founded: inserting it is the claim, so two founders cannot both win.
create table installation (
  only_row boolean primary key default true check (only_row),
  first_studio_id studio_id not null references studio,
  claimed_at timestamptz not null default now()
);

create table person (
  id person_id primary key,
  email text collate "C" not null unique check (email = lower(email) and length(email) between 3 and 254),
  display_name text not null check (length(display_name) between 1 and 120),
  password_hash text not null,
  created_at timestamptz not null default now()
);
comment on column person.email is 'personal: contact';
comment on column person.display_name is 'personal: name';
comment on column person.password_hash is 'secret';

create table membership (
  id membership_id primary key,
  studio_id studio_id not null references studio,
  person_id person_id not null references person,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  unique (studio_id, person_id),
  unique (studio_id, id)
);
create index membership_person on membership (person_id);

create table access_grant (
  id grant_id primary key,
  studio_id studio_id not null references studio,
  membership_id membership_id not null,
  role text not null check (role in ('owner', 'admin', 'finance', 'operator', 'analyst', 'auditor')),
  -- Null covers the whole studio; otherwise the id of an entity, a category or a business.
  covers text collate "C",
  created_at timestamptz not null default now(),
  foreign key (studio_id, membership_id) references membership (studio_id, id)
);
create index access_grant_membership on access_grant (membership_id);

create table session (
  id session_id primary key,
  studio_id studio_id not null references studio,
  person_id person_id not null references person,
  token_hash text collate "C" not null unique check (length(token_hash) = 64),
  user_agent text not null check (length(user_agent) <= 400),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_person on session (studio_id, person_id);
comment on column session.token_hash is 'secret';
comment on column session.user_agent is 'personal: device';

-- Businesses ---------------------------------------------------------------------------------------

create table entity (
  id entity_id primary key,
  studio_id studio_id not null references studio,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (length(kind) between 1 and 60),
  jurisdiction text not null check (length(jurisdiction) between 2 and 60),
  created_at timestamptz not null default now(),
  unique (studio_id, id)
);
create unique index entity_name on entity (studio_id, lower(name));

create table category (
  id category_id primary key,
  studio_id studio_id not null references studio,
  name text not null check (length(name) between 1 and 80),
  unique (studio_id, id)
);
create unique index category_name on category (studio_id, lower(name));

create table business (
  id business_id primary key,
  studio_id studio_id not null references studio,
  entity_id entity_id not null,
  category_id category_id,
  name text not null check (length(name) between 1 and 200),
  stage text not null check (stage in
    ('idea', 'validation', 'solution', 'launched', 'growing', 'spun-out', 'exited', 'closed')),
  description text not null check (length(description) <= 4000),
  links text[] not null check (cardinality(links) <= 20),
  tags text[] not null check (cardinality(tags) <= 50),
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (studio_id, id),
  -- Foreign keys look past row-level security: the studio in the key keeps a row from pointing into another.
  foreign key (studio_id, entity_id) references entity (studio_id, id),
  foreign key (studio_id, category_id) references category (studio_id, id)
);
create index business_name on business (studio_id, name collate "und-x-icu", id) where archived_at is null;
create index business_entity on business (studio_id, entity_id);
create index business_category on business (studio_id, category_id);

-- The record ---------------------------------------------------------------------------------------

create table audit_line (
  id audit_line_id primary key,
  studio_id studio_id not null references studio,
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('person', 'api-key', 'machine', 'nobody')),
  actor_id text collate "C" not null,
  door text not null check (length(door) <= 20),
  request_id text not null check (length(request_id) <= 80),
  operation text not null check (length(operation) <= 120),
  outcome text not null check (outcome in ('done', 'refused')),
  problem_code text check (length(problem_code) <= 120),
  input jsonb not null,
  changes jsonb not null
);
create index audit_line_studio on audit_line (studio_id, id desc);

create table event (
  id event_id primary key,
  studio_id studio_id not null references studio,
  audit_line_id audit_line_id not null references audit_line,
  at timestamptz not null default now(),
  type text not null check (length(type) <= 120),
  subject_id text collate "C" not null,
  business_id business_id,
  data jsonb not null
);
create index event_studio on event (studio_id, id);

create table idempotency_record (
  studio_id studio_id not null references studio,
  actor_id text collate "C" not null,
  key text collate "C" not null check (length(key) between 1 and 200),
  operation text not null,
  input_hash text collate "C" not null check (length(input_hash) = 64),
  -- json, not jsonb: a replay answers with the very text of the first answer.
  result json not null,
  created_at timestamptz not null default now(),
  primary key (studio_id, actor_id, key)
);

-- Row-level security: one permissive wall per table, and a restrictive policy where grants may be narrower.

alter table studio enable row level security;
alter table studio force row level security;
create policy wall on studio
  using (id = (select current_studio())
    or exists (select from membership where membership.studio_id = studio.id
               and membership.person_id = (select current_person())))
  with check (id = (select current_studio()));

-- Not a studio's data: which studio the key of this machine acts for. Readable before anyone is known.
alter table installation enable row level security;
alter table installation force row level security;
create policy machine_wide on installation using (true);

alter table person enable row level security;
alter table person force row level security;
create policy wall on person
  using (id = (select current_person()) or email = (select presented_credential())
    or exists (select from membership where membership.person_id = person.id
               and membership.studio_id = (select current_studio())))
  with check (true);

alter table membership enable row level security;
alter table membership force row level security;
create policy wall on membership
  using (studio_id = (select current_studio()) or person_id = (select current_person()))
  with check (studio_id = (select current_studio()));

alter table access_grant enable row level security;
alter table access_grant force row level security;
create policy wall on access_grant using (studio_id = (select current_studio()));

alter table session enable row level security;
alter table session force row level security;
create policy wall on session
  using (studio_id = (select current_studio()) or token_hash = (select presented_credential()))
  with check (studio_id = (select current_studio()));

alter table entity enable row level security;
alter table entity force row level security;
create policy wall on entity using (studio_id = (select current_studio()));
create policy coverage on entity as restrictive
  using ((select covers_studio()) or id = any ((select covered_ids())::text[])
    or exists (select from business where business.entity_id = entity.id))
  with check ((select covers_studio()));

alter table category enable row level security;
alter table category force row level security;
create policy wall on category using (studio_id = (select current_studio()));

alter table business enable row level security;
alter table business force row level security;
create policy wall on business using (studio_id = (select current_studio()));
create policy coverage on business as restrictive
  using ((select covers_studio()) or id = any ((select covered_ids())::text[])
    or entity_id = any ((select covered_ids())::text[])
    or category_id = any ((select covered_ids())::text[]));

alter table audit_line enable row level security;
alter table audit_line force row level security;
create policy wall on audit_line using (studio_id = (select current_studio()));

alter table event enable row level security;
alter table event force row level security;
create policy wall on event using (studio_id = (select current_studio()));
create policy coverage on event as restrictive for select
  using ((select covers_studio()) or exists (select from business where business.id = event.business_id));

alter table idempotency_record enable row level security;
alter table idempotency_record force row level security;
create policy wall on idempotency_record using (studio_id = (select current_studio()));

-- Rights: what is a record is never changed by the role that serves.
grant select, insert, update on studio, person, membership, session, entity, category, business to iza_app;
grant select, insert, delete on access_grant, idempotency_record to iza_app;
grant select, insert on audit_line, event, installation to iza_app;
