-- A demonstration studio lets whoever sits at the machine in without a password. So a studio is one from its founding on,
-- or never: nothing turns a real one into it.

alter table studio add column is_demo boolean not null default false;

create function studio_stays_what_it_is() returns trigger language plpgsql as $$
begin
  raise exception 'studio % is_demo=% and stays so', old.id, old.is_demo;
end $$;
create trigger studio_stays_what_it_is before update on studio
  for each row when (old.is_demo is distinct from new.is_demo) execute function studio_stays_what_it_is();
