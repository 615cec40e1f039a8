-- What was said of an account of another program, for the next import of that program: of which entity, and the last word counts.
create table book_import_choice (
  studio_id studio_id not null references studio,
  entity_id entity_id not null,
  program text collate "C" not null check (program in ('quickbooks', 'xero', 'netsuite', 'erpnext')),
  -- Its code and name in the source; the code is empty where it has none.
  source_code text collate "C" not null check (length(source_code) <= 20),
  source_name text not null check (length(source_name) between 1 and 400),
  -- The account that it became.
  code text collate "C" not null check (length(code) between 1 and 20),
  caption text collate "C" not null check (length(caption) between 1 and 40),
  partner_entity_id entity_id,
  chosen_at timestamptz not null default date_trunc('milliseconds', now()),
  primary key (studio_id, entity_id, program, source_code, source_name),
  foreign key (studio_id, entity_id) references entity (studio_id, id),
  foreign key (studio_id, partner_entity_id) references entity (studio_id, id)
);
create index book_import_choice_latest on book_import_choice (studio_id, program, source_name, chosen_at desc);

alter table book_import_choice enable row level security;
alter table book_import_choice force row level security;
create policy wall on book_import_choice using (studio_id = (select current_studio()));
create policy coverage on book_import_choice as restrictive
  using ((select covers_studio()) or entity_id = any ((select covered_ids())::text[]));

grant select, insert on book_import_choice to iza_app;
grant update (code, caption, partner_entity_id, chosen_at) on book_import_choice to iza_app;

-- What opens books: a statement of cash flows begins with it, and looks for it without reading the entries of a period.
create index entry_opening on entry (book_id) where source = 'opening';
