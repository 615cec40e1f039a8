-- Notifications: what people are told of what happens, where they read it, and by what else they want to hear.

create domain notification_id as text collate "C" check (value like 'ntf\_%' and length(value) = 30);

-- How far each follower of the outbox has come with the events of a studio.
create table outbox_cursor (
  studio_id studio_id not null references studio,
  follower text collate "C" not null check (length(follower) between 1 and 40),
  xact xid8 not null default pg_current_xact_id(),
  event_id text collate "C" not null default '',
  primary key (studio_id, follower)
);

-- Webhooks go on from where they were. Notifications begin now: what happened before is told to nobody any more.
-- The owner of the tables is held by the wall like everyone: without this it would find no row.
alter table webhook_cursor no force row level security;
alter table studio no force row level security;
insert into outbox_cursor select studio_id, 'webhooks', xact, event_id from webhook_cursor;
insert into outbox_cursor (studio_id, follower) select id, 'notifications' from studio;
alter table studio force row level security;
drop table webhook_cursor;

create table notification (
  id notification_id primary key,
  studio_id studio_id not null references studio,
  person_id person_id not null,
  -- What it tells of; a person is told once of each event.
  event_id text collate "C" not null check (length(event_id) = 30),
  kind text collate "C" not null check (length(kind) <= 60),
  happened_at timestamptz not null,
  -- What it is about; null where it is the person's own.
  subject_id text collate "C" check (length(subject_id) = 30),
  actor_kind text not null check (actor_kind in ('person', 'api-key', 'machine', 'run', 'system', 'nobody')),
  actor_id text collate "C" not null check (length(actor_id) <= 60),
  -- Ids, numbers, days and words of ours: the sentence is written where it is read, in the reader's language.
  facts jsonb not null check (length(facts::text) <= 2000),
  -- Whoever reads it holds these, over the subject.
  needs text[] not null check (cardinality(needs) <= 10),
  -- And may do this, where it is set.
  operation text collate "C" check (length(operation) <= 120),
  -- As the person had chosen when it was written.
  mail text not null check (mail in ('at-once', 'daily', 'never')),
  created_at timestamptz not null default now(),
  read_at timestamptz,
  unique (person_id, event_id),
  foreign key (studio_id, person_id) references membership (studio_id, person_id)
);
create index notification_inbox on notification (studio_id, person_id, id desc);
create index notification_unread on notification (studio_id, person_id, id desc) where read_at is null;
create index notification_old on notification (studio_id, created_at);
create index notification_subject on notification (studio_id, subject_id, kind) where read_at is null;

-- One for each person and studio, once there is something to keep.
create table inbox (
  studio_id studio_id not null references studio,
  person_id person_id not null,
  -- Raised by whatever the person would see: open screens are told of the new one.
  revision integer not null default 1,
  -- Of their time zone.
  digest_hour integer not null default 8 check (digest_hour between 0 and 23),
  -- The day for which a digest was begun, in their time zone.
  digested_on date,
  digested_upto notification_id,
  -- Their own endpoint.
  endpoint_id webhook_endpoint_id,
  primary key (studio_id, person_id),
  foreign key (studio_id, person_id) references membership (studio_id, person_id),
  foreign key (studio_id, endpoint_id) references webhook_endpoint (studio_id, id)
);

-- Where somebody chose otherwise than it is.
create table notification_choice (
  studio_id studio_id not null references studio,
  person_id person_id not null,
  kind text collate "C" not null check (length(kind) <= 60),
  mail text not null check (mail in ('at-once', 'daily', 'never')),
  is_sent boolean not null,
  primary key (studio_id, person_id, kind),
  foreign key (studio_id, person_id) references membership (studio_id, person_id)
);

alter table outbox_cursor enable row level security;
alter table outbox_cursor force row level security;
create policy wall on outbox_cursor using (studio_id = (select current_studio()));
create policy coverage on outbox_cursor as restrictive using ((select covers_studio()));

-- Another's inbox is nobody's to see, whatever they hold. Followers and runs write in nobody's name.
alter table notification enable row level security;
alter table notification force row level security;
create policy wall on notification using (studio_id = (select current_studio()));
create policy own on notification as restrictive
  using (person_id = (select current_person()) or (select works_runs()));

alter table inbox enable row level security;
alter table inbox force row level security;
create policy wall on inbox using (studio_id = (select current_studio()));
create policy own on inbox as restrictive
  using (person_id = (select current_person()) or (select works_runs()));

alter table notification_choice enable row level security;
alter table notification_choice force row level security;
create policy wall on notification_choice using (studio_id = (select current_studio()));
create policy own on notification_choice as restrictive
  using (person_id = (select current_person()) or (select works_runs()));

-- Mails are written in the language that somebody chose, and come at an hour of their time zone.
create policy work on person_preference for select using ((select works_runs()));

-- An endpoint is something that one can be told of.
create or replace function covers_subject(subject text) returns boolean language sql stable
  as $$ select case left(subject, 4)
    when 'biz_' then exists (select from business where business.id = subject)
    when 'ent_' then exists (select from entity where entity.id = subject)
      and (covers_studio() or subject = any (covered_ids()))
    when 'kpi_' then exists (select from kpi where kpi.id = subject)
    when 'run_' then exists (select from run where run.id = subject)
    when 'apv_' then exists (select from approval where approval.id = subject)
    when 'whe_' then exists (select from webhook_endpoint where webhook_endpoint.id = subject)
    else false end $$;

grant select, insert, update on outbox_cursor, inbox to iza_app;
grant select, insert, delete on notification to iza_app;
grant update (read_at) on notification to iza_app;
grant select, insert, update, delete on notification_choice to iza_app;

-- A mail's run goes when its notification is forgotten.
drop policy forgotten on run;
create policy forgotten on run as restrictive for delete
  using (program in ('webhooks.deliver', 'notifications.mail') and status in ('done', 'failed', 'cancelled'));
