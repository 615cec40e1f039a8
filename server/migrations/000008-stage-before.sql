-- Where a business stood before, while the move to its present stage is the last change to it: so a move can be taken
-- back also where the table of moves leads only forwards. A trigger, so that no statement can forget it.
alter table business add column stage_before text check (stage_before in
  ('idea', 'validation', 'solution', 'launched', 'growing', 'spun-out', 'exited', 'closed'));

create function note_stage_before() returns trigger language plpgsql
  as $$ begin
    new.stage_before := case when new.stage <> old.stage then old.stage end;
    return new;
  end $$;
create trigger business_stage_before before update on business
  for each row execute function note_stage_before();
