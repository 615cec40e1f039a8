-- Ownership as it was recorded at an instant: of a stake nothing changes but its last day, and what that was before is kept.
create table stake_end_before (
  stake_id stake_id not null,
  studio_id studio_id not null,
  until_on date,
  -- From then on another one counts.
  replaced_at timestamptz not null default date_trunc('milliseconds', now()),
  -- Of two changes in one transaction the first has what stood before it.
  primary key (stake_id, replaced_at),
  foreign key (studio_id, stake_id) references stake (studio_id, id)
);

-- What was changed until now is known from its events.
alter table event no force row level security;
insert into stake_end_before (stake_id, studio_id, until_on, replaced_at)
select event.subject_id, event.studio_id, (event.data->'before'->>'until')::date, date_trunc('milliseconds', event.at)
from event where event.type = 'entities.stake-ended' order by event.id on conflict do nothing;
alter table event force row level security;

create function keep_stake_end() returns trigger language plpgsql as $$
begin
  insert into stake_end_before (stake_id, studio_id, until_on) values (old.id, old.studio_id, old.until_on) on conflict do nothing;
  return null;
end $$;
create trigger end_changed after update of until_on on stake for each row
  when (old.until_on is distinct from new.until_on) execute function keep_stake_end();

alter table stake_end_before enable row level security;
alter table stake_end_before force row level security;
create policy wall on stake_end_before using (studio_id = (select current_studio()));
create policy coverage on stake_end_before as restrictive using ((select covers_studio()));
grant select on stake_end_before to iza_app;
grant insert (stake_id, studio_id, until_on) on stake_end_before to iza_app;

-- By which way of reckoning a consolidation was made (reckoning.ts): what an earlier one made has another digest than its repetition.
alter table consolidation add column reckoning smallint not null default 1 check (reckoning between 1 and 1000);
alter table consolidation alter column reckoning drop default;
grant insert (reckoning) on consolidation to iza_app;
