-- How well a business is: what rules found about it, kept so that thousands can be listed, sorted and counted by it.

create table health_reason (
  studio_id studio_id not null references studio,
  business_id business_id not null,
  rule text collate "C" not null check (length(rule) <= 60),
  -- What of the rule it is, as exceptions tell one from another.
  subject_id text collate "C" not null check (length(subject_id) <= 80),
  other_id text collate "C" not null check (length(other_id) <= 80),
  -- The second business of a pair: whoever may not see it is not told of it either.
  other_business_id business_id,
  points integer not null check (points between 1 and 100),
  since timestamptz,
  facts jsonb not null,
  primary key (studio_id, business_id, rule, subject_id, other_id),
  foreign key (studio_id, business_id) references business (studio_id, id),
  foreign key (studio_id, other_business_id) references business (studio_id, id)
);

-- When the rules last looked at all businesses of the studio. What was created later is not known yet.
create table health_assessment (
  studio_id studio_id primary key references studio,
  assessed_at timestamptz not null
);

alter table health_reason enable row level security;
alter table health_reason force row level security;
create policy wall on health_reason using (studio_id = (select current_studio()));
create policy coverage on health_reason as restrictive
  using ((select covers_studio()) or (exists (select from business where business.id = health_reason.business_id)
    and (other_business_id is null or exists (select from business where business.id = health_reason.other_business_id))));

alter table health_assessment enable row level security;
alter table health_assessment force row level security;
create policy wall on health_assessment using (studio_id = (select current_studio()));

grant select, insert, update, delete on health_reason to iza_app;
grant select, insert, update on health_assessment to iza_app;
