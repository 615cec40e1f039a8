-- Runs, and what the record needs so that readers know which of it is final.

create domain run_id as text collate "C" check (value like 'run\_%' and length(value) = 30);

-- The worker leases runs of every studio, and names no studio while it does. Like iza.studio, only our own code sets it.
create function works_runs() returns boolean language sql stable
  as $$ select coalesce(current_setting('iza.work', true), '') = 'on' $$;

create table run (
  id run_id primary key,
  studio_id studio_id not null references studio,
  program text collate "C" not null check (length(program) <= 120),
  title text not null check (length(title) between 1 and 200),
  input jsonb not null,
  status text not null default 'queued' check (status in
    ('queued', 'running', 'waiting', 'done', 'failed', 'cancelled', 'outcome-unknown')),
  -- Who asked for it; the run acts with their rights, read anew at each invocation. 'system' has none.
  requester_kind text not null check (requester_kind in ('person', 'api-key', 'machine', 'system')),
  requester_id text collate "C" not null,
  requester_name text not null check (length(requester_name) between 1 and 200),
  person_id person_id,
  business_id business_id,
  -- Not before this instant: a delay, a retry's pause, the next pass of a standing run.
  due_at timestamptz not null default now(),
  -- Set on a standing run: it never ends, and begins again this long after each pass.
  repeats_every_s integer check (repeats_every_s between 1 and 31622400),
  passes integer not null default 0,
  failures integer not null default 0,
  -- The fencing token: raised by each lease, and compared by every write of the run's own.
  lease_token bigint not null default 0,
  leased_by text collate "C" check (length(leased_by) <= 120),
  lease_until timestamptz,
  -- Leases in a row that ended without a journalled step: a run that kills its worker is stopped by it.
  barren_leases integer not null default 0,
  progress jsonb,
  result jsonb,
  problem jsonb,
  cancel_requested_at timestamptz,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  unique (studio_id, id)
);
create index run_due on run (due_at) where status in ('queued', 'waiting');
create index run_leased on run (lease_until) where status = 'running';
create index run_studio on run (studio_id, id desc);
create unique index run_standing on run (studio_id, program) where repeats_every_s is not null;

create table run_step (
  studio_id studio_id not null,
  run_id run_id not null,
  -- The step's own name within the run, such as 'read' or 'write 3'.
  name text collate "C" not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('read', 'transact', 'send', 'once', 'invoke', 'sleep')),
  state text not null check (state in ('intended', 'done')),
  result jsonb,
  intended_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (run_id, name),
  foreign key (studio_id, run_id) references run (studio_id, id) on delete cascade
);

-- The record --------------------------------------------------------------------------------------

-- Ids sort by when they were made, and transactions commit in another order. What has an xact below the oldest one still
-- at work (pg_snapshot_xmin) is final: no line or event can come in below it any more. Streams and seals go by it.
alter table audit_line
  drop constraint audit_line_actor_kind_check,
  add constraint audit_line_actor_kind_check
    check (actor_kind in ('person', 'api-key', 'machine', 'run', 'system', 'nobody')),
  drop constraint audit_line_outcome_check,
  add constraint audit_line_outcome_check check (outcome in ('done', 'refused', 'held')),
  add column on_behalf_of text collate "C",
  -- The leaf of the sealed log is a hash over this and the line: so a payload can be erased, and its leaf tells nothing of it.
  add column salt uuid not null default gen_random_uuid(),
  add column xact xid8 not null default pg_current_xact_id();
create index audit_line_xact on audit_line (studio_id, xact, id);

alter table event
  alter column audit_line_id drop not null,
  add column run_id run_id,
  add column permission text collate "C" not null default 'businesses.read' check (length(permission) <= 120),
  add column xact xid8 not null default pg_current_xact_id(),
  add check (num_nonnulls(audit_line_id, run_id) >= 1);
alter table event alter column permission drop default;
create index event_xact on event (studio_id, xact, id);

-- Row-level security ------------------------------------------------------------------------------

alter table run enable row level security;
alter table run force row level security;
create policy wall on run using (studio_id = (select current_studio()) or (select works_runs()));
-- Whoever asked for a run sees it; of others', those that are about a business within the grants.
create policy coverage on run as restrictive for select
  using ((select works_runs()) or (select covers_studio()) or person_id = (select current_person())
    or exists (select from business where business.id = run.business_id));

alter table run_step enable row level security;
alter table run_step force row level security;
create policy wall on run_step using (studio_id = (select current_studio()) or (select works_runs()));
create policy coverage on run_step as restrictive for select
  using ((select works_runs()) or exists (select from run where run.id = run_step.run_id));

create policy work on studio for select using ((select works_runs()));
create policy work on event for insert with check ((select works_runs()));

grant select, insert, update on run to iza_app;
grant select, insert, update, delete on run_step to iza_app;
