-- What is a person's own, in whichever studio: how they look at it.

-- A row once somebody has chosen something. Null is not chosen: as the browser says.
create table person_preference (
  person_id person_id primary key references person,
  theme text not null default 'system' check (theme in ('light', 'dark', 'system')),
  language text check (language ~ '^[a-z]{2}$'),
  time_zone text check (length(time_zone) between 1 and 64),
  currency text check (currency ~ '^[A-Z]{3}$'),
  updated_at timestamptz not null default now()
);
comment on column person_preference.time_zone is 'personal: location';

alter table person_preference enable row level security;
alter table person_preference force row level security;
create policy wall on person_preference using (person_id = (select current_person()));

grant select, insert, update on person_preference to iza_app;
