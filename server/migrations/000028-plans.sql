-- How many businesses a studio may have at work. A studio without a row has no limit.

create table business_plan (
  studio_id studio_id primary key references studio,
  plan text not null check (plan in ('starter', 'professional', 'enterprise')),
  businesses_max integer not null check (businesses_max > 0),
  -- Counted here, because whoever creates a business may not see all the others.
  at_work integer not null check (at_work >= 0),
  constraint business_plan_holds check (at_work <= businesses_max)
);

alter table business_plan enable row level security;
alter table business_plan force row level security;
create policy wall on business_plan using (studio_id = (select current_studio()));
grant select, insert, update, delete on business_plan to iza_app;

-- Where there is no limit there is no row, and nobody waits for anybody.
create function count_new_businesses() returns trigger language plpgsql as $$
begin
  update business_plan set at_work = at_work + added.count
  from (select studio_id, count(*)::int as count from changed where archived_at is null group by studio_id) as added
  where business_plan.studio_id = added.studio_id;
  return null;
end $$;
create trigger plan_counts_new after insert on business
  referencing new table as changed for each statement execute function count_new_businesses();

create function count_archived_businesses() returns trigger language plpgsql as $$
begin
  update business_plan set at_work = at_work + moved.count
  from (select studio_id, sum(step)::int as count from (
      select studio_id, 1 as step from changed where archived_at is null
      union all select studio_id, -1 from former where archived_at is null) as steps
    group by studio_id having sum(step) <> 0) as moved
  where business_plan.studio_id = moved.studio_id;
  return null;
end $$;
create trigger plan_counts_archived after update on business
  referencing new table as changed old table as former for each statement execute function count_archived_businesses();
