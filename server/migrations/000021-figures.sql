-- What Home counts: minutes that were probed, and runs by when they ended.

create table uptime_minute (
  studio_id studio_id not null references studio,
  minute timestamptz not null check (minute = date_trunc('minute', minute)),
  is_up boolean not null,
  -- What was down, in the words of health; empty where nothing was.
  because text not null check (length(because) <= 500),
  primary key (studio_id, minute)
);

alter table uptime_minute enable row level security;
alter table uptime_minute force row level security;
create policy wall on uptime_minute using (studio_id = (select current_studio()));

grant select, insert, delete on uptime_minute to iza_app;

create index run_ended on run (studio_id, ended_at) where ended_at is not null;
