-- The group: what its entities owe, sell and pay each other, posted on both sides at once; what its parent alone enters on top of
-- the books; and consolidations, kept as they were made.

create domain intercompany_pair_id as text collate "C" check (value like 'icp\_%' and length(value) = 30);
create domain top_side_id as text collate "C" check (value like 'tse\_%' and length(value) = 30);
create domain consolidation_id as text collate "C" check (value like 'con\_%' and length(value) = 30);

-- Sums by partner are read from the lines themselves; few lines have one.
create index entry_line_partner on entry_line (book_id, partner_entity_id) where partner_entity_id is not null;

-- Two entries that are one thing, seen from both sides.
create table intercompany_pair (
  id intercompany_pair_id primary key,
  studio_id studio_id not null references studio,
  kind text collate "C" not null check (kind in ('charge', 'loan', 'paid-for', 'settlement', 'capital', 'dividend')),
  from_entity_id entity_id not null,
  to_entity_id entity_id not null,
  from_entry_id entry_id not null unique references entry,
  to_entry_id entry_id not null unique references entry,
  currency text collate "C" not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor between 1 and 1000000000000000),
  effective_on date not null,
  agreement text check (length(agreement) between 1 and 200),
  -- The first day of the month whose shared services it charges.
  allocated_month date check (extract(day from allocated_month) = 1),
  posted_at timestamptz not null default date_trunc('milliseconds', now()),
  foreign key (studio_id, from_entity_id) references entity (studio_id, id),
  foreign key (studio_id, to_entity_id) references entity (studio_id, id),
  check (from_entity_id <> to_entity_id)
);
-- What a month cost is charged to an entity once.
create unique index intercompany_pair_allocated on intercompany_pair (from_entity_id, to_entity_id, allocated_month)
  where allocated_month is not null;
create index intercompany_pair_day on intercompany_pair (studio_id, effective_on desc, id desc);

-- What stands in no entity's book: entries of a parent's consolidation. Never changed; another one takes it back.
create table top_side_entry (
  id top_side_id primary key,
  studio_id studio_id not null references studio,
  root_entity_id entity_id not null,
  currency text collate "C" not null check (currency ~ '^[A-Z]{3}$'),
  effective_on date not null check (effective_on between '1970-01-01' and '2199-12-31'),
  memo text not null check (length(memo) between 1 and 400),
  carries_forward boolean not null,
  line_count smallint not null check (line_count between 2 and 200),
  recorded_at timestamptz not null default date_trunc('milliseconds', now()),
  actor_kind text collate "C" not null check (length(actor_kind) <= 20),
  actor_id text collate "C" not null check (length(actor_id) <= 80),
  foreign key (studio_id, root_entity_id) references entity (studio_id, id),
  unique (studio_id, id)
);
create index top_side_entry_root on top_side_entry (root_entity_id, effective_on, id);

create table top_side_line (
  entry_id top_side_id not null,
  position smallint not null check (position between 1 and 200),
  studio_id studio_id not null,
  caption text collate "C" not null check (caption ~ '^[a-z-]{3,40}$'),
  -- Whose result or net assets it is about; the root's own where nobody is named.
  entity_id entity_id,
  amount_minor bigint not null check (amount_minor <> 0 and abs(amount_minor) <= 1000000000000000),
  primary key (entry_id, position),
  foreign key (studio_id, entry_id) references top_side_entry (studio_id, id),
  foreign key (studio_id, entity_id) references entity (studio_id, id)
);
alter table top_side_entry add constraint top_side_entry_whole foreign key (id, line_count)
  references top_side_line (entry_id, position) deferrable initially deferred;

create function top_side_line_posted() returns trigger language plpgsql as $$
declare
  wrong text;
begin
  select entry_id into wrong from posted group by entry_id having sum(amount_minor) <> 0 limit 1;
  if found then
    raise exception 'top-side entry % does not balance', wrong
      using errcode = 'check_violation', constraint = 'top_side_entry_balances';
  end if;
  select given.entry_id into wrong
    from (select entry_id, count(*) as lines, max(position) as last_position from posted group by entry_id) given
    join top_side_entry as head on head.id = given.entry_id
    where head.line_count <> given.lines or head.line_count <> given.last_position limit 1;
  if found then
    raise exception 'the lines of top-side entry % are not those that it has', wrong
      using errcode = 'check_violation', constraint = 'top_side_entry_has_its_lines';
  end if;
  return null;
end $$;
create trigger posted after insert on top_side_line referencing new table as posted
  for each statement execute function top_side_line_posted();

-- A result with all that it was made from: it is read again as it was, and made again it must be the same.
create table consolidation (
  id consolidation_id primary key,
  studio_id studio_id not null references studio,
  root_entity_id entity_id not null,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  -- What was recorded later is left out.
  known_at timestamptz not null,
  currency text collate "C" not null check (currency ~ '^[A-Z]{3}$'),
  entity_count integer not null,
  result_minor bigint not null,
  result_nci_minor bigint not null,
  -- By how much assets differ from liabilities and equity: 0, or it says why.
  difference_minor bigint not null,
  rates jsonb not null,
  ownership jsonb not null,
  proofs jsonb not null,
  notes jsonb not null,
  digest bytea not null check (length(digest) = 32),
  made_at timestamptz not null default date_trunc('milliseconds', now()),
  actor_kind text collate "C" not null check (length(actor_kind) <= 20),
  actor_id text collate "C" not null check (length(actor_id) <= 80),
  foreign key (studio_id, root_entity_id) references entity (studio_id, id),
  unique (studio_id, id)
);
create index consolidation_root on consolidation (studio_id, root_entity_id, to_on desc, id desc);

create table consolidation_line (
  consolidation_id consolidation_id not null,
  position integer not null check (position >= 1),
  studio_id studio_id not null,
  caption text collate "C" not null check (caption ~ '^[a-z-]{3,40}$'),
  kind text collate "C" not null check (kind ~ '^[a-z-]+(:[a-z-]+)?$' and length(kind) <= 40),
  entity_id entity_id not null,
  account_id account_id references account,
  partner_entity_id entity_id,
  -- Debits positive. What stands there at the end, and what the period moved; of income and expenses the period alone.
  closing_minor bigint not null,
  period_minor bigint not null,
  primary key (consolidation_id, position),
  foreign key (studio_id, consolidation_id) references consolidation (studio_id, id),
  foreign key (studio_id, entity_id) references entity (studio_id, id),
  foreign key (studio_id, partner_entity_id) references entity (studio_id, id)
);

alter table intercompany_pair enable row level security;
alter table intercompany_pair force row level security;
create policy wall on intercompany_pair using (studio_id = (select current_studio()));
create policy coverage on intercompany_pair as restrictive
  using ((select covers_studio()) or (from_entity_id = any ((select covered_ids())::text[])
    and to_entity_id = any ((select covered_ids())::text[])));

-- A group is for those who see the whole studio, as ownership is: a part of it would read as the whole.
alter table top_side_entry enable row level security;
alter table top_side_entry force row level security;
create policy wall on top_side_entry using (studio_id = (select current_studio()));
create policy coverage on top_side_entry as restrictive using ((select covers_studio()));

alter table top_side_line enable row level security;
alter table top_side_line force row level security;
create policy wall on top_side_line using (studio_id = (select current_studio()));
create policy coverage on top_side_line as restrictive using ((select covers_studio()));

alter table consolidation enable row level security;
alter table consolidation force row level security;
create policy wall on consolidation using (studio_id = (select current_studio()));
create policy coverage on consolidation as restrictive using ((select covers_studio()));

alter table consolidation_line enable row level security;
alter table consolidation_line force row level security;
create policy wall on consolidation_line using (studio_id = (select current_studio()));
create policy coverage on consolidation_line as restrictive using ((select covers_studio()));

grant select on intercompany_pair, top_side_entry, top_side_line, consolidation, consolidation_line to iza_app;
grant insert (id, studio_id, kind, from_entity_id, to_entity_id, from_entry_id, to_entry_id, currency, amount_minor, effective_on,
  agreement, allocated_month) on intercompany_pair to iza_app;
grant insert (id, studio_id, root_entity_id, currency, effective_on, memo, carries_forward, line_count, actor_kind, actor_id)
  on top_side_entry to iza_app;
grant insert on top_side_line, consolidation_line to iza_app;
grant insert (id, studio_id, root_entity_id, from_on, to_on, known_at, currency, entity_count, result_minor, result_nci_minor,
  difference_minor, rates, ownership, proofs, notes, digest, actor_kind, actor_id) on consolidation to iza_app;
