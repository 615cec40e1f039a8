-- What is said of a thing and what is put beside it: comments and files, on any subject. A subject is what has an id and a
-- timeline; by its id alone it is known whether the grants cover it.

create domain comment_id as text collate "C" check (value like 'cmt\_%' and length(value) = 30);
create domain attachment_id as text collate "C" check (value like 'att\_%' and length(value) = 30);

-- Read under row-level security of whoever asks. A later kind of subject is one more line here, and one in its module.
-- An entity must itself be granted: one is visible also where only a business in it is.
create function covers_subject(subject text) returns boolean language sql stable
  as $$ select case left(subject, 4)
    when 'biz_' then exists (select from business where business.id = subject)
    when 'ent_' then exists (select from entity where entity.id = subject)
      and (covers_studio() or subject = any (covered_ids()))
    when 'kpi_' then exists (select from kpi where kpi.id = subject)
    when 'run_' then exists (select from run where run.id = subject)
    when 'apv_' then exists (select from approval where approval.id = subject)
    else false end $$;

create table comment (
  id comment_id primary key,
  studio_id studio_id not null references studio,
  -- No foreign key: a subject is a row of one of many tables, and none of them is ever deleted.
  subject_id text collate "C" not null check (length(subject_id) = 30),
  -- Of the subject, when it was said: it decides who hears of it.
  business_id business_id,
  -- Plain text; somebody mentioned stands in it as @[per_…].
  body text not null check (length(body) between 1 and 4000),
  mentioned text[] not null check (cardinality(mentioned) <= 20),
  actor_kind text not null check (actor_kind in ('person', 'api-key', 'machine', 'run', 'system', 'nobody')),
  actor_id text collate "C" not null check (length(actor_id) <= 60),
  created_at timestamptz not null default now(),
  revision integer not null default 1,
  edited_at timestamptz,
  removed_at timestamptz,
  removed_by text collate "C" check (length(removed_by) <= 60),
  unique (studio_id, id),
  check ((removed_at is null) = (removed_by is null))
);
create index comment_subject on comment (studio_id, subject_id, id) where removed_at is null;
create index comment_studio on comment (studio_id, id) where removed_at is null;
comment on column comment.body is 'personal: text';

-- Bytes that the store of files keeps, once per studio; not across studios, where it would tell one what another has.
create table stored_file (
  studio_id studio_id not null references studio,
  sha256 text collate "C" not null check (length(sha256) = 64),
  size bigint not null check (size between 1 and 26214400),
  stored_at timestamptz not null default now(),
  -- When it was last compared with its hash, and what was found.
  checked_at timestamptz,
  fault text check (fault in ('missing', 'altered')),
  primary key (studio_id, sha256)
);
create index stored_file_fault on stored_file (studio_id) where fault is not null;

create table attachment (
  id attachment_id primary key,
  studio_id studio_id not null references studio,
  subject_id text collate "C" not null check (length(subject_id) = 30),
  business_id business_id,
  name text not null check (length(name) between 1 and 200),
  media_type text collate "C" not null check (length(media_type) <= 100),
  sha256 text collate "C" not null,
  -- The upload that it was made of: one is good for one file.
  upload_id text collate "C" check (length(upload_id) <= 40),
  actor_kind text not null check (actor_kind in ('person', 'api-key', 'machine', 'run', 'system', 'nobody')),
  actor_id text collate "C" not null check (length(actor_id) <= 60),
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  removed_by text collate "C" check (length(removed_by) <= 60),
  unique (studio_id, id),
  unique (studio_id, upload_id),
  foreign key (studio_id, sha256) references stored_file (studio_id, sha256),
  check ((removed_at is null) = (removed_by is null))
);
create index attachment_subject on attachment (studio_id, subject_id, id) where removed_at is null;
create index attachment_studio on attachment (studio_id, id) where removed_at is null;
create index attachment_content on attachment (studio_id, sha256);
comment on column attachment.name is 'personal: text';

alter table comment enable row level security;
alter table comment force row level security;
create policy wall on comment using (studio_id = (select current_studio()));
create policy coverage on comment as restrictive
  using ((select covers_studio()) or covers_subject(subject_id));

-- Hashes and sizes; nothing of it is shown.
alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy wall on stored_file using (studio_id = (select current_studio()));

alter table attachment enable row level security;
alter table attachment force row level security;
create policy wall on attachment using (studio_id = (select current_studio()));
create policy coverage on attachment as restrictive
  using ((select covers_studio()) or covers_subject(subject_id));

-- What happened to a subject is told to whom the subject is open: until now only what is of a business was.
drop policy coverage on event;
create policy coverage on event as restrictive for select
  using ((select covers_studio()) or exists (select from business where business.id = event.business_id)
    or (business_id is null and covers_subject(subject_id)));

grant select, insert on comment, stored_file, attachment to iza_app;
grant update (body, mentioned, revision, edited_at, removed_at, removed_by) on comment to iza_app;
grant update (checked_at, fault) on stored_file to iza_app;
-- Of a file only that it was removed, or brought back, is ever changed.
grant update (removed_at, removed_by) on attachment to iza_app;
