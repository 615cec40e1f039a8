-- What health asks for: how far the schema is, and how many runs need a person.

-- Whoever serves may read how far the schema is (`/readyz`), and nothing else of it; its owner migrates as before.
alter table schema_migration enable row level security;
create policy told on schema_migration for select using (true);
grant select on schema_migration to iza_app;

-- Counted at every reading of `/metrics`; those that are done or cancelled are many, and nobody waits for them.
create index run_needs_person on run (status) where status in ('failed', 'outcome-unknown');
