-- Approvals: which writes wait for a person, what waits, and what became of it.

create domain approval_rule_id as text collate "C" check (value like 'rul\_%' and length(value) = 30);
create domain approval_id as text collate "C" check (value like 'apv\_%' and length(value) = 30);

-- Each write of such a key waits.
alter table api_key add column is_drafts_only boolean not null default false;

create table approval_rule (
  id approval_rule_id primary key,
  studio_id studio_id not null references studio,
  -- What it holds: one operation, or every write of a risk.
  operation text collate "C" check (length(operation) between 3 and 120),
  risk text check (risk in ('none', 'money', 'external', 'irreversible')),
  -- Whom it holds: everybody, or who may do it by this role alone. A role that every studio has, or the id of one of its own.
  role text collate "C" check (length(role) between 1 and 40),
  expires_after_hours integer not null check (expires_after_hours between 1 and 720),
  created_by text collate "C" not null,
  created_at timestamptz not null default now(),
  -- Made again after its end it is the same rule, with the same id.
  ended_at timestamptz,
  check (num_nonnulls(operation, risk) = 1)
);
create unique index approval_rule_once
  on approval_rule (studio_id, coalesce(operation, ''), coalesce(risk, ''), coalesce(role, ''));

create table approval (
  id approval_id primary key,
  studio_id studio_id not null references studio,
  operation text collate "C" not null check (length(operation) <= 120),
  -- Sealed by the vault: operation, input and requester, so that none of them can be changed or moved to another row.
  sealed_input text collate "C" not null check (length(sealed_input) <= 8000000),
  -- The input without its secrets, to be looked at.
  shown_input jsonb not null,
  input_hash text collate "C" not null check (length(input_hash) = 64),
  -- Entities, categories and businesses that it names: who sees it must cover them all.
  touches text[] not null check (cardinality(touches) <= 1000),
  -- With whose rights it will be carried out.
  requester_kind text not null check (requester_kind in ('person', 'api-key', 'machine')),
  requester_id text collate "C" not null,
  requester_name text not null check (length(requester_name) between 1 and 200),
  -- The person whose own hand the requester is: they cannot accept it.
  person_id person_id,
  -- Who sent it: the requester, or a run on their behalf.
  actor_id text collate "C" not null,
  door text not null check (length(door) <= 20),
  held_because text not null check (held_because in ('rule', 'drafts-only')),
  -- Roles that the rules name: whoever may do it by one of these alone cannot accept it.
  held_roles text[] not null check (cardinality(held_roles) <= 200),
  status text not null default 'pending' check (status in
    ('pending', 'accepted', 'refused', 'withdrawn', 'done', 'failed')),
  requested_at timestamptz not null default now(),
  expires_at timestamptz not null,
  decided_by person_id references person,
  decided_at timestamptz,
  reason text check (length(reason) <= 500),
  -- The run that may spend it, and no other.
  run_id run_id,
  ended_at timestamptz,
  -- What it would change, as a trial showed it: {"changes": […], "total": n}; null where it cannot be tried.
  preview jsonb,
  problem jsonb,
  unique (studio_id, id),
  check ((status in ('accepted', 'refused', 'done', 'failed')) = (decided_at is not null and decided_by is not null)),
  check ((status in ('accepted', 'done', 'failed')) = (run_id is not null))
);
create index approval_studio on approval (studio_id, id desc);
create index approval_pending on approval (studio_id, expires_at) where status = 'pending';
comment on column approval.sealed_input is 'secret';

-- As in approval-states.ts; a test compares the two.
create function approval_moves() returns trigger language plpgsql as $$
begin
  if (old.status, new.status) not in (('pending', 'accepted'), ('pending', 'refused'), ('pending', 'withdrawn'),
                                      ('accepted', 'done'), ('accepted', 'failed')) then
    raise exception 'an approval cannot go from % to %', old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger approval_moves before update on approval for each row execute function approval_moves();

-- While an invocation waits, its idempotency key names the approval; the answer takes that place when it is done.
alter table idempotency_record
  add column approval_id approval_id,
  alter column result drop not null,
  add foreign key (studio_id, approval_id) references approval (studio_id, id),
  add check (num_nonnulls(result, approval_id) = 1);

-- Which approval a line was held for, or was let through by.
alter table audit_line add column approval_id approval_id;
grant insert (approval_id) on audit_line to iza_app;

alter table approval_rule enable row level security;
alter table approval_rule force row level security;
create policy wall on approval_rule using (studio_id = (select current_studio()));

alter table approval enable row level security;
alter table approval force row level security;
create policy wall on approval using (studio_id = (select current_studio()));
-- What names nothing of the portfolio is about the studio as a whole.
create policy coverage on approval as restrictive for select
  using ((select covers_studio()) or person_id = (select current_person())
    or (cardinality(touches) > 0 and not exists (
      select from unnest(touches) as touched (id)
      where not (touched.id = any ((select covered_ids())::text[])
        or exists (select from business where business.id = touched.id)))));

grant select, insert on approval_rule, approval to iza_app;
grant update (expires_after_hours, created_by, created_at, ended_at) on approval_rule to iza_app;
-- What was asked for never changes; only what becomes of it.
grant update (status, expires_at, decided_by, decided_at, reason, run_id, ended_at, problem) on approval to iza_app;
