-- Saved views: what somebody looked at, to be looked at again.

create domain saved_view_id as text collate "C" check (value like 'vew\_%' and length(value) = 30);

create table saved_view (
  id saved_view_id primary key,
  studio_id studio_id not null references studio,
  person_id person_id not null references person,
  name text not null check (length(name) between 1 and 80),
  -- The read that it stores, with its input as the operation takes it.
  operation text collate "C" not null check (length(operation) <= 120),
  input jsonb not null check (length(input::text) <= 8000),
  -- By what the rows are grouped and which columns stand in them: a matter of screens.
  layout jsonb not null check (length(layout::text) <= 2000),
  is_shared boolean not null default false,
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  unique (studio_id, id)
);
create index saved_view_studio on saved_view (studio_id, operation) where deleted_at is null;

alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy wall on saved_view using (studio_id = (select current_studio()));
-- One's own, and what was shared; another's own is nobody's to see, whatever they hold.
create policy own_or_shared on saved_view as restrictive
  using (is_shared or person_id = (select current_person()));

grant select, insert, update on saved_view to iza_app;
