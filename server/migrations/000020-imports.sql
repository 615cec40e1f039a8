-- One mechanism imports businesses, entities and values of KPIs: what was checked waits for its run, whatever it is, and
-- what was said of a file's columns is remembered for the next file that has them.

alter table business_import rename to waiting_import;
alter table waiting_import rename column businesses to content;

create table remembered_mapping (
  studio_id studio_id not null references studio,
  -- The operation that imports.
  target text collate "C" not null check (length(target) between 3 and 120),
  -- SHA-256 of the names of the columns, in their order.
  fingerprint text collate "C" not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  -- As the operation takes it: mapping, decimal marks, words. Text that nobody queries: json, not jsonb.
  said json not null check (length(said::text) <= 200000),
  used_at timestamptz not null default now(),
  primary key (studio_id, target, fingerprint)
);
create index remembered_mapping_used on remembered_mapping (studio_id, target, used_at);

alter table remembered_mapping enable row level security;
alter table remembered_mapping force row level security;
-- Names of columns and words for stages, and no row of any file: whoever may import in the studio may meet them.
create policy wall on remembered_mapping using (studio_id = (select current_studio()));

grant select, insert, update, delete on remembered_mapping to iza_app;

-- The owner of the tables is held by the wall like everyone: without this it would find no row to rename.
alter table run no force row level security;
update run set program = 'imports.forget-imports' where program = 'businesses.forget-imports';
alter table run force row level security;
