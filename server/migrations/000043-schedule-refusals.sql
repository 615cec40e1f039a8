-- What of a schedule was due and could not be posted when it was last tried: one row a schedule, gone as soon as all of it is posted.
create table schedule_refusal (
  schedule_id schedule_id primary key references schedule,
  studio_id studio_id not null,
  book_id book_id not null,
  -- The first occurrence that was refused, and how many were.
  number integer not null check (number > 0),
  effective_on date not null,
  refused integer not null check (refused > 0),
  code text collate "C" not null check (length(code) <= 80),
  -- {"en": …, "de": …}
  said jsonb not null,
  refused_at timestamptz not null default date_trunc('milliseconds', now()),
  foreign key (studio_id, book_id) references book (studio_id, id)
);
create index schedule_refusal_book on schedule_refusal (book_id);

alter table schedule_refusal enable row level security;
alter table schedule_refusal force row level security;
create policy wall on schedule_refusal using (studio_id = (select current_studio()));
create policy coverage on schedule_refusal as restrictive
  using ((select covers_studio()) or book_id in (select id from book));

grant select, delete on schedule_refusal to iza_app;
grant insert (schedule_id, studio_id, book_id, number, effective_on, refused, code, said) on schedule_refusal to iza_app;
grant update (number, effective_on, refused, code, said) on schedule_refusal to iza_app;
