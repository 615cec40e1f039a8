-- Books that came in from other programs: which companies, and what each of their accounts had there, so that it can be held against
-- the posted books on any later day.

create domain book_import_id as text collate "C" check (value like 'bki\_%' and length(value) = 30);

create table book_import (
  id book_import_id primary key,
  studio_id studio_id not null references studio,
  run_id run_id not null,
  created_at timestamptz not null default date_trunc('milliseconds', now()),
  actor_kind text collate "C" not null check (length(actor_kind) <= 20),
  actor_id text collate "C" not null check (length(actor_id) <= 80),
  unique (studio_id, id),
  foreign key (studio_id, run_id) references run (studio_id, id)
);
create index book_import_latest on book_import (studio_id, created_at desc, id desc);

create table book_import_company (
  import_id book_import_id not null,
  position smallint not null check (position between 1 and 200),
  studio_id studio_id not null,
  entity_id entity_id not null,
  -- As the source names it.
  company text not null check (length(company) between 1 and 200),
  program text collate "C" not null check (program in ('quickbooks', 'xero', 'netsuite', 'erpnext')),
  file_names text[] not null check (cardinality(file_names) between 1 and 2),
  as_of date not null check (as_of between '1970-01-01' and '2199-12-31'),
  currency text collate "C" not null check (currency ~ '^[A-Z]{3}$'),
  -- What balances there, and nothing else comes in.
  debit_minor bigint not null,
  credit_minor bigint not null,
  entry_count integer not null check (entry_count >= 0),
  primary key (import_id, position),
  unique (import_id, position, entity_id),
  foreign key (studio_id, import_id) references book_import (studio_id, id),
  foreign key (studio_id, entity_id) references entity (studio_id, id),
  constraint book_import_balances check (debit_minor = credit_minor and debit_minor >= 0)
);
create index book_import_company_entity on book_import_company (entity_id, import_id);

create table book_import_figure (
  import_id book_import_id not null,
  company_position smallint not null,
  position smallint not null check (position between 1 and 4000),
  studio_id studio_id not null,
  entity_id entity_id not null,
  -- Known once the run has made it; null before.
  account_id account_id references account,
  -- Its names in the source, and its code here.
  source_name text not null check (length(source_name) <= 2000),
  code text collate "C" not null check (length(code) between 1 and 20),
  name text not null check (length(name) between 1 and 120),
  source_minor bigint not null,
  primary key (import_id, company_position, position),
  foreign key (import_id, company_position, entity_id) references book_import_company (import_id, position, entity_id)
);

alter table book_import enable row level security;
alter table book_import force row level security;
create policy wall on book_import using (studio_id = (select current_studio()));

-- A book is open to whoever covers its entity, and so is what it came from.
alter table book_import_company enable row level security;
alter table book_import_company force row level security;
create policy wall on book_import_company using (studio_id = (select current_studio()));
create policy coverage on book_import_company as restrictive
  using ((select covers_studio()) or entity_id = any ((select covered_ids())::text[]));

alter table book_import_figure enable row level security;
alter table book_import_figure force row level security;
create policy wall on book_import_figure using (studio_id = (select current_studio()));
create policy coverage on book_import_figure as restrictive
  using ((select covers_studio()) or entity_id = any ((select covered_ids())::text[]));

-- Only an import of which one sees a company; whoever is about to write the companies of one sees it by its being new.
create policy coverage on book_import as restrictive for select
  using ((select covers_studio()) or exists (select from book_import_company where import_id = book_import.id));

grant select, insert on book_import, book_import_company, book_import_figure to iza_app;
grant update (account_id) on book_import_figure to iza_app;
