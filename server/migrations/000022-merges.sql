-- Two businesses that are one: which of them went into which. Nothing of either is rewritten.

create table business_merge (
  studio_id studio_id not null references studio,
  business_id business_id not null,
  into_id business_id not null,
  reason text not null check (length(reason) <= 400),
  merged_by text collate "C" not null,
  merged_at timestamptz not null default now(),
  undone_at timestamptz,
  check (business_id <> into_id),
  foreign key (studio_id, business_id) references business (studio_id, id),
  foreign key (studio_id, into_id) references business (studio_id, id)
);
create unique index business_merge_once on business_merge (business_id) where undone_at is null;
create index business_merge_into on business_merge (into_id) where undone_at is null;

alter table business_merge enable row level security;
alter table business_merge force row level security;
create policy wall on business_merge using (studio_id = (select current_studio()));
create policy coverage on business_merge as restrictive
  using ((select covers_studio()) or exists (select from business where business.id = business_merge.business_id));

grant select, insert on business_merge to iza_app;
grant update (undone_at) on business_merge to iza_app;

-- What was merged is archived; whatever brings it back, in bulk or by an undo, ends the merge.
create function end_merges() returns trigger language plpgsql as $$
begin
  update business_merge set undone_at = now()
  from changed where business_merge.business_id = changed.id and changed.archived_at is null and undone_at is null;
  return null;
end $$;
create trigger end_merges after update on business
  referencing new table as changed for each statement execute function end_merges();
