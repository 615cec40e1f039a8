-- Links that are mailed: the reset of a password, and requests for values of KPIs. Each opens one thing, for a while, once.

create domain password_reset_id as text collate "C" check (value like 'pwr\_%' and length(value) = 30);
create domain kpi_request_id as text collate "C" check (value like 'kpr\_%' and length(value) = 30);

create table password_reset (
  id password_reset_id primary key,
  -- In whose record it stands: the studio that the person has belonged to longest.
  studio_id studio_id not null references studio,
  person_id person_id not null,
  token_hash text collate "C" not null unique check (length(token_hash) = 64),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  check (used_at <= expires_at),
  foreign key (studio_id, person_id) references membership (studio_id, person_id)
);
create index password_reset_person on password_reset (studio_id, person_id);
comment on column password_reset.token_hash is 'secret';

alter table kpi_value add unique (studio_id, id);

create table kpi_request (
  id kpi_request_id primary key,
  studio_id studio_id not null references studio,
  -- Who is asked.
  person_id person_id not null,
  token_hash text collate "C" not null unique check (length(token_hash) = 64),
  asked_by_kind text not null check (asked_by_kind in ('person', 'api-key', 'machine', 'run', 'system')),
  asked_by text collate "C" not null check (length(asked_by) <= 80),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  opened_at timestamptz,
  answered_at timestamptz,
  unique (studio_id, id),
  check (answered_at <= expires_at),
  foreign key (studio_id, person_id) references membership (studio_id, person_id)
);
create index kpi_request_studio on kpi_request (studio_id, id desc);
comment on column kpi_request.token_hash is 'secret';

create table kpi_request_line (
  studio_id studio_id not null,
  request_id kpi_request_id not null,
  business_id business_id not null,
  kpi_id kpi_id not null,
  cadence text collate "C" not null check (cadence in ('week', 'month', 'quarter')),
  starts_on date not null check (starts_on = date_trunc(cadence, starts_on::timestamp)::date),
  -- What was answered, where it was.
  value_id kpi_value_id,
  primary key (request_id, business_id, kpi_id, starts_on),
  foreign key (studio_id, request_id) references kpi_request (studio_id, id),
  foreign key (studio_id, business_id) references business (studio_id, id),
  foreign key (studio_id, kpi_id) references kpi (studio_id, id),
  foreign key (studio_id, value_id) references kpi_value (studio_id, id)
);
create index kpi_request_line_asked on kpi_request_line (studio_id, business_id, kpi_id, starts_on);

-- What was used stays used, and nothing else of it is changed.
create function password_reset_is_kept() returns trigger language plpgsql as $$
begin
  if old.used_at is not null or to_jsonb(new) - 'used_at' <> to_jsonb(old) - 'used_at' then
    raise exception 'a password reset is used once, and never changed';
  end if;
  return new;
end $$;
create trigger kept before update on password_reset for each row execute function password_reset_is_kept();

create function kpi_request_is_kept() returns trigger language plpgsql as $$
begin
  if old.answered_at is not null
    or to_jsonb(new) - 'opened_at' - 'answered_at' <> to_jsonb(old) - 'opened_at' - 'answered_at' then
    raise exception 'a request for values is answered once, and never changed';
  end if;
  return new;
end $$;
create trigger kept before update on kpi_request for each row execute function kpi_request_is_kept();

create function kpi_request_line_is_kept() returns trigger language plpgsql as $$
begin
  if old.value_id is not null or to_jsonb(new) - 'value_id' <> to_jsonb(old) - 'value_id' then
    raise exception 'what was asked for is answered once, and never changed';
  end if;
  return new;
end $$;
create trigger kept before update on kpi_request_line for each row execute function kpi_request_line_is_kept();

alter table password_reset enable row level security;
alter table password_reset force row level security;
create policy wall on password_reset
  using (studio_id = (select current_studio()) or token_hash = (select presented_credential()))
  with check (studio_id = (select current_studio()));

alter table kpi_request_line enable row level security;
alter table kpi_request_line force row level security;
create policy wall on kpi_request_line using (studio_id = (select current_studio()));
create policy coverage on kpi_request_line as restrictive
  using ((select covers_studio()) or exists (select from business where business.id = kpi_request_line.business_id));

alter table kpi_request enable row level security;
alter table kpi_request force row level security;
create policy wall on kpi_request
  using (studio_id = (select current_studio()) or token_hash = (select presented_credential()))
  with check (studio_id = (select current_studio()));
-- Whoever covers one of the businesses that it asks about sees that it was asked, with the lines that they cover.
create policy coverage on kpi_request as restrictive for select
  using ((select covers_studio()) or token_hash = (select presented_credential())
    or exists (select from kpi_request_line where kpi_request_line.request_id = kpi_request.id));

grant select, insert on password_reset, kpi_request, kpi_request_line to iza_app;
grant update (used_at) on password_reset to iza_app;
grant update (opened_at, answered_at) on kpi_request to iza_app;
grant update (value_id) on kpi_request_line to iza_app;
