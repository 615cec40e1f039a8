-- Legal entities become a module of their own: what was permitted, and held, under its old names stays so under the new ones.

-- The owner of the tables is held by the wall like everyone: without this it would find no row to rename.
alter table role no force row level security;
alter table approval_rule no force row level security;

update role set permissions = (
  select array_agg(distinct renamed) from unnest(permissions) as given,
    unnest(case given
      when 'businesses.write-entities' then array['entities.write', 'businesses.write-categories']
      when 'businesses.read' then array['businesses.read', 'entities.read']
      when 'businesses.*' then array['businesses.*', 'entities.*']
      else array[given] end) as renamed);

update approval_rule set operation = 'entities.create-entity' where operation = 'businesses.create-entity';

alter table role force row level security;
alter table approval_rule force row level security;
