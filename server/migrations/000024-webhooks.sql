-- Outgoing webhooks: where events are told to others, what was told, and what came of each try.

create domain webhook_endpoint_id as text collate "C" check (value like 'whe\_%' and length(value) = 30);
create domain webhook_secret_id as text collate "C" check (value like 'whs\_%' and length(value) = 30);
create domain webhook_delivery_id as text collate "C" check (value like 'whd\_%' and length(value) = 30);

create table webhook_endpoint (
  id webhook_endpoint_id primary key,
  studio_id studio_id not null references studio,
  -- Set where it is a person's own, which nobody else sees; null where it is the studio's.
  person_id person_id,
  url text not null check (length(url) between 1 and 2000),
  description text not null check (length(description) <= 200),
  event_types text[] not null check (cardinality(event_types) <= 100),
  -- Null while it is enabled.
  disabled_why text check (disabled_why in ('by-hand', 'failing', 'gone')),
  disabled_at timestamptz,
  failing_since timestamptz,
  succeeded_at timestamptz,
  -- It is told what is committed from here on, in the order of the stream; moved when it is enabled again.
  follows_from xid8 not null default pg_current_xact_id(),
  revision integer not null default 1,
  created_by text collate "C" not null check (length(created_by) <= 80),
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (studio_id, id),
  check ((disabled_why is null) = (disabled_at is null)),
  foreign key (studio_id, person_id) references membership (studio_id, person_id)
);
create index webhook_endpoint_studio on webhook_endpoint (studio_id, id desc);

create table webhook_secret (
  id webhook_secret_id primary key,
  studio_id studio_id not null references studio,
  endpoint_id webhook_endpoint_id not null,
  sealed text not null check (length(sealed) <= 1000),
  created_at timestamptz not null default now(),
  -- It signs until then; null for the one that was told last.
  ends_at timestamptz,
  foreign key (studio_id, endpoint_id) references webhook_endpoint (studio_id, id)
);
create unique index webhook_secret_last on webhook_secret (endpoint_id) where ends_at is null;
create index webhook_secret_endpoint on webhook_secret (studio_id, endpoint_id);
comment on column webhook_secret.sealed is 'secret';

-- How far the events of a studio were given to its endpoints. Without an endpoint there is none.
create table webhook_cursor (
  studio_id studio_id primary key references studio,
  xact xid8 not null default pg_current_xact_id(),
  event_id text collate "C" not null default ''
);

create table webhook_delivery (
  id webhook_delivery_id primary key,
  studio_id studio_id not null references studio,
  endpoint_id webhook_endpoint_id not null,
  -- The webhook-id that the receiver sees: the event's, where there is one. The same for every try.
  message_id text collate "C" not null check (length(message_id) <= 80),
  type text collate "C" not null check (length(type) <= 120),
  -- As it is sent, so that every try signs the same bytes.
  body text not null check (length(body) <= 200000),
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed')),
  -- Raised by each redelivery: the run of an earlier one then stops.
  round integer not null default 1,
  round_began_at timestamptz not null default now(),
  -- Of this round.
  tries integer not null default 0,
  run_id run_id not null,
  next_try_at timestamptz,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  unique (studio_id, id),
  unique (endpoint_id, message_id),
  check ((status = 'waiting') = (settled_at is null)),
  foreign key (studio_id, endpoint_id) references webhook_endpoint (studio_id, id)
);
create index webhook_delivery_endpoint on webhook_delivery (studio_id, endpoint_id, id desc);
create index webhook_delivery_old on webhook_delivery (studio_id, settled_at) where settled_at is not null;

create table webhook_try (
  studio_id studio_id not null,
  delivery_id webhook_delivery_id not null,
  round integer not null,
  number integer not null,
  sent_at timestamptz not null,
  duration_ms integer not null,
  -- Of HTTP, where there was an answer.
  status integer,
  -- Why it counts as failed; null where it was delivered.
  reason text check (length(reason) <= 500),
  answer text not null check (length(answer) <= 1000),
  primary key (delivery_id, round, number),
  foreign key (studio_id, delivery_id) references webhook_delivery (studio_id, id) on delete cascade
);

alter table webhook_endpoint enable row level security;
alter table webhook_endpoint force row level security;
create policy wall on webhook_endpoint
  using (studio_id = (select current_studio()) or (select works_runs()))
  with check (studio_id = (select current_studio()));
create policy coverage on webhook_endpoint as restrictive
  using ((select covers_studio()) or (select works_runs()) or person_id = (select current_person()));

alter table webhook_secret enable row level security;
alter table webhook_secret force row level security;
create policy wall on webhook_secret using (studio_id = (select current_studio()));
create policy coverage on webhook_secret as restrictive
  using (exists (select from webhook_endpoint where webhook_endpoint.id = webhook_secret.endpoint_id));

alter table webhook_cursor enable row level security;
alter table webhook_cursor force row level security;
create policy wall on webhook_cursor using (studio_id = (select current_studio()));
create policy coverage on webhook_cursor as restrictive using ((select covers_studio()));

alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy wall on webhook_delivery using (studio_id = (select current_studio()));
create policy coverage on webhook_delivery as restrictive
  using (exists (select from webhook_endpoint where webhook_endpoint.id = webhook_delivery.endpoint_id));

alter table webhook_try enable row level security;
alter table webhook_try force row level security;
create policy wall on webhook_try using (studio_id = (select current_studio()));
create policy coverage on webhook_try as restrictive
  using (exists (select from webhook_delivery where webhook_delivery.id = webhook_try.delivery_id));

grant select, insert, update on webhook_endpoint, webhook_cursor to iza_app;
grant select, insert, delete on webhook_secret to iza_app;
grant update (ends_at) on webhook_secret to iza_app;
grant select, insert, update, delete on webhook_delivery to iza_app;
grant select, insert, delete on webhook_try to iza_app;

-- Of one delivery, one for each time that it was sent again.
create index run_of_delivery on run ((input ->> 'deliveryId')) where program = 'webhooks.deliver';
-- A delivery's run goes with it when the log is cut; of all other runs the serving role deletes none.
create policy forgotten on run as restrictive for delete
  using (program = 'webhooks.deliver' and status in ('done', 'failed', 'cancelled'));
grant delete on run to iza_app;
