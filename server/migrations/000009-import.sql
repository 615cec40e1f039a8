-- What an import found in a file and checked, until its run has created it.

create table business_import (
  run_id run_id primary key,
  studio_id studio_id not null references studio,
  -- As businesses.create-businesses takes them. Text that nobody queries: json, not jsonb.
  businesses json not null,
  created_at timestamptz not null default now(),
  foreign key (studio_id, run_id) references run (studio_id, id) on delete cascade
);

-- What a run created: the list of businesses can be narrowed to one import.
create index event_run on event (run_id, type) where run_id is not null;

alter table business_import enable row level security;
alter table business_import force row level security;
create policy wall on business_import using (studio_id = (select current_studio()));
-- Only what covers the whole studio reads or deletes it: that is the run itself, for no operation looks in here.
create policy coverage on business_import as restrictive for select using ((select covers_studio()));

grant select, insert, delete on business_import to iza_app;
