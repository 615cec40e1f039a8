-- What businesses are measured by, and the values that were told: each with where it came from, who said so and when.

create domain kpi_id as text collate "C" check (value like 'kpi\_%' and length(value) = 30);
create domain kpi_value_id as text collate "C" check (value like 'kpv\_%' and length(value) = 30);

create table kpi (
  id kpi_id primary key,
  studio_id studio_id not null references studio,
  name text not null check (length(name) between 1 and 80),
  description text not null check (length(description) <= 2000),
  unit text not null check (unit in ('money', 'count', 'percent', 'ratio', 'days')),
  currency text collate "C" check (currency ~ '^[A-Z]{3}$'),
  -- What its values are in, as one text: a value repeats it, so a definition cannot change under its values.
  measure text collate "C" not null generated always as (unit || coalesce(' ' || currency, '')) stored,
  better text not null check (better in ('up', 'down')),
  cadence text collate "C" not null check (cadence in ('week', 'month', 'quarter')),
  adds_up text not null check (adds_up in ('sum', 'last', 'average')),
  owner_id person_id,
  is_headline boolean not null,
  tolerance_percent numeric(5, 1) not null check (tolerance_percent between 0 and 1000),
  grace_days integer not null check (grace_days between 0 and 366),
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (studio_id, id),
  unique (studio_id, id, cadence, measure),
  check ((unit = 'money') = (currency is not null)),
  foreign key (studio_id, owner_id) references membership (studio_id, person_id)
);
create unique index kpi_name on kpi (studio_id, lower(name)) where archived_at is null;
create unique index kpi_headline on kpi (studio_id) where is_headline and archived_at is null;
create index kpi_owner on kpi (studio_id, owner_id);

create table kpi_value (
  id kpi_value_id primary key,
  studio_id studio_id not null references studio,
  business_id business_id not null,
  kpi_id kpi_id not null,
  cadence text collate "C" not null,
  measure text collate "C" not null,
  -- The first day of its period; with the cadence it is the period, and there is no second way to write one.
  starts_on date not null check (starts_on between '1970-01-01' and '2199-12-31'),
  value numeric(24, 6) not null check (abs(value) < 1000000000000000000),
  provenance text collate "C" not null check (provenance in ('posted', 'measured', 'claimed')),
  -- Posted over measured over claimed.
  strength integer not null generated always as (
    case provenance when 'posted' then 3 when 'measured' then 2 else 1 end) stored,
  source text not null check (length(source) <= 400),
  link text check (length(link) <= 2000),
  note text not null check (length(note) <= 1000),
  recorded_by_kind text not null check (length(recorded_by_kind) <= 20),
  recorded_by text collate "C" not null check (length(recorded_by) <= 80),
  recorded_at timestamptz not null default now(),
  withdrawn_by text collate "C" check (length(withdrawn_by) <= 80),
  withdrawn_at timestamptz,
  check (starts_on = date_trunc(cadence, starts_on::timestamp)::date),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (provenance = 'claimed' or source <> ''),
  foreign key (studio_id, business_id) references business (studio_id, id),
  foreign key (studio_id, kpi_id, cadence, measure) references kpi (studio_id, id, cadence, measure)
);
-- One period of one KPI over all businesses (the truth bar), its value in force first.
create index kpi_value_period on kpi_value
  (studio_id, kpi_id, starts_on, business_id, strength desc, recorded_at desc, id desc) where withdrawn_at is null;
-- One business over the periods of a KPI, and the last one that it has.
create index kpi_value_business on kpi_value (studio_id, business_id, kpi_id, starts_on);

-- THE definition of "in force": of what was not withdrawn the strongest, and of that the latest.
create view kpi_value_in_force with (security_invoker = true) as
  select distinct on (studio_id, kpi_id, starts_on, business_id) * from kpi_value
  where withdrawn_at is null
  order by studio_id, kpi_id, starts_on, business_id, strength desc, recorded_at desc, id desc;

-- A value stays what was recorded; it can be withdrawn, once.
create function kpi_value_is_kept() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null
    or to_jsonb(new) - 'withdrawn_at' - 'withdrawn_by' - 'strength'
      <> to_jsonb(old) - 'withdrawn_at' - 'withdrawn_by' - 'strength' then
    raise exception 'a value of a KPI is never changed, and withdrawn once';
  end if;
  return new;
end $$;
create trigger kept before update on kpi_value for each row execute function kpi_value_is_kept();

alter table kpi enable row level security;
alter table kpi force row level security;
create policy wall on kpi using (studio_id = (select current_studio()));

alter table kpi_value enable row level security;
alter table kpi_value force row level security;
create policy wall on kpi_value using (studio_id = (select current_studio()));
create policy coverage on kpi_value as restrictive
  using ((select covers_studio()) or exists (select from business where business.id = kpi_value.business_id));

grant select, insert, update on kpi to iza_app;
grant select, insert on kpi_value to iza_app;
grant update (withdrawn_at, withdrawn_by) on kpi_value to iza_app;
grant select on kpi_value_in_force to iza_app;
