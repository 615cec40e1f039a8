-- Closing the books: a month that is closed takes no entries, what has to be right before it is, schedules that post by themselves, and
-- what somebody else has to accept.

-- Through which day nothing is posted any more: to all, and to all who may not close. Closing is a prefix, so that a day says it all.
alter table book
  add column closed_through date check (extract(day from closed_through + 1) = 1),
  add column soft_closed_through date check (extract(day from soft_closed_through + 1) = 1),
  add check (soft_closed_through > closed_through),
  -- From which sum on an entry by hand waits for a second person; null where none does.
  add column manual_limit_minor bigint check (manual_limit_minor between 0 and 1000000000000000);
grant update (closed_through, soft_closed_through, manual_limit_minor) on book to iza_app;

-- An operation may ask for a second person itself, and says why: {"en": …, "de": …}.
alter table approval
  drop constraint approval_held_because_check,
  add column held_reason jsonb,
  add constraint approval_held_because_check check (held_because in ('rule', 'drafts-only', 'demanded')),
  add check ((held_because = 'demanded') = (held_reason is not null));

-- As before, and whether the book takes entries for that day. The book is locked so that nobody closes it while an entry comes in; posts
-- share the lock, and so they do not wait for each other.
create or replace function entry_line_posted() returns trigger language plpgsql as $$
declare
  wrong text;
begin
  select entry_id into wrong from posted group by entry_id, currency having sum(amount_minor) <> 0 limit 1;
  if found then
    raise exception 'entry % does not balance', wrong using errcode = 'check_violation', constraint = 'entry_balances';
  end if;
  -- Each entry by its key: a plan that joins them would read the whole table, for nobody knows how many lines are to come.
  select given.entry_id into wrong from (
      select entry_id, count(*) as lines, max(position) as last_position, min(effective_on) as first_on,
        max(effective_on) as last_on, min(book_id) as first_book, max(book_id) as last_book, min(studio_id) as first_studio,
        max(studio_id) as last_studio
      from posted group by entry_id) given
    cross join lateral (select * from entry where entry.id = given.entry_id offset 0) as head
    where head.line_count <> given.lines or head.line_count <> last_position
      or head.effective_on <> first_on or head.effective_on <> last_on
      or head.book_id <> first_book or head.book_id <> last_book
      or head.studio_id <> first_studio or head.studio_id <> last_studio limit 1;
  if found then
    raise exception 'the lines of entry % are not those that it has', wrong
      using errcode = 'check_violation', constraint = 'entry_has_its_lines';
  end if;
  -- Locked first and looked at then: the second statement sees what was closed while the first one waited.
  perform from book where id in (select book_id from posted) order by id for share;
  select book.id into wrong from book
    where id in (select book_id from posted)
      and closed_through >= (select min(effective_on) from posted where posted.book_id = book.id) limit 1;
  if found then
    raise exception 'book % is closed for that day', wrong
      using errcode = 'check_violation', constraint = 'entry_in_open_period';
  end if;
  -- Each account by its key, once: a plan that joins them may read all accounts for each line.
  select account.id into wrong from (
      select distinct account_id, currency, business_id is not null or is_overhead as is_placed from posted) given
    cross join lateral (select * from account where account.id = given.account_id offset 0) as account
    where account.archived_at is not null or account.currency <> given.currency
      or (account.type in ('income', 'expense') and not given.is_placed) limit 1;
  if found then
    raise exception 'account % does not take this line', wrong
      using errcode = 'check_violation', constraint = 'account_takes_line';
  end if;
  -- In the order of their keys: two posts on the same accounts would wait for each other otherwise.
  insert into account_day as day (account_id, currency, effective_on, recorded_on, studio_id, book_id, debit_minor,
      credit_minor, line_count)
    select account_id, currency, effective_on, (now() at time zone 'UTC')::date, min(studio_id), min(book_id),
      coalesce(sum(amount_minor) filter (where amount_minor > 0), 0),
      coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0), count(*)
    from posted group by account_id, currency, effective_on order by account_id, currency, effective_on
    on conflict (account_id, currency, effective_on, recorded_on) do update set
      debit_minor = day.debit_minor + excluded.debit_minor, credit_minor = day.credit_minor + excluded.credit_minor,
      line_count = day.line_count + excluded.line_count;
  select account.id into wrong from account
    where account.id in (select account_id from posted) and account.floor_minor is not null
      and account.floor_minor > (select sum(debit_minor - credit_minor) from account_day where account_id = account.id)
        * case when account.type in ('asset', 'expense') then 1 else -1 end limit 1;
  if found then
    raise exception 'account % would fall below its floor', wrong
      using errcode = 'check_violation', constraint = 'account_above_floor';
  end if;
  return null;
end $$;

-- How a month was closed that is closed now; the audit has those that were opened again.
create table closed_period (
  book_id book_id not null,
  month date not null check (extract(day from month) = 1),
  studio_id studio_id not null,
  kind text collate "C" not null check (kind in ('soft', 'hard')),
  -- Why it was closed although not all was met; null where all was, or nobody asked.
  despite text check (length(despite) between 1 and 400),
  actor_kind text collate "C" not null check (length(actor_kind) <= 20),
  actor_id text collate "C" not null check (length(actor_id) <= 80),
  closed_at timestamptz not null default date_trunc('milliseconds', now()),
  primary key (book_id, month),
  foreign key (studio_id, book_id) references book (studio_id, id)
);

-- What a person says of a month by hand. It holds for the entries that there were: with one more it no longer does.
create table period_mark (
  book_id book_id not null,
  month date not null check (extract(day from month) = 1),
  mark text collate "C" not null check (mark in ('bank', 'reviewed')),
  studio_id studio_id not null,
  note text check (length(note) between 1 and 400),
  entry_count integer not null check (entry_count >= 0),
  actor_kind text collate "C" not null check (length(actor_kind) <= 20),
  actor_id text collate "C" not null check (length(actor_id) <= 80),
  marked_at timestamptz not null default date_trunc('milliseconds', now()),
  primary key (book_id, month, mark),
  foreign key (studio_id, book_id) references book (studio_id, id)
);

-- What two entities of the studio posted about each other.
create index entry_line_partner_day on entry_line (partner_entity_id, effective_on) where partner_entity_id is not null;

alter table closed_period enable row level security;
alter table closed_period force row level security;
create policy wall on closed_period using (studio_id = (select current_studio()));
create policy coverage on closed_period as restrictive
  using ((select covers_studio()) or book_id in (select id from book));

alter table period_mark enable row level security;
alter table period_mark force row level security;
create policy wall on period_mark using (studio_id = (select current_studio()));
create policy coverage on period_mark as restrictive
  using ((select covers_studio()) or book_id in (select id from book));

grant select, delete on closed_period, period_mark to iza_app;
grant insert (book_id, month, studio_id, kind, despite, actor_kind, actor_id) on closed_period to iza_app;
grant update (kind, despite, actor_kind, actor_id, closed_at) on closed_period to iza_app;
grant insert (book_id, month, mark, studio_id, note, entry_count, actor_kind, actor_id) on period_mark to iza_app;
grant update (note, entry_count, actor_kind, actor_id, marked_at) on period_mark to iza_app;

create domain schedule_id as text collate "C" check (value like 'sch\_%' and length(value) = 30);
-- What posts by itself, day after day: what it posts follows from its terms (occurrences.ts), and what was posted has its id and number.
create table schedule (
  id schedule_id primary key,
  studio_id studio_id not null,
  book_id book_id not null,
  name text not null check (length(name) between 1 and 120),
  kind text collate "C" not null check (kind in ('recurring', 'reversing', 'spread', 'loan')),
  terms jsonb not null,
  -- After this day nothing more is due.
  ended_on date,
  created_at timestamptz not null default date_trunc('milliseconds', now()),
  foreign key (studio_id, book_id) references book (studio_id, id)
);
create index schedule_book on schedule (book_id, id);

alter table schedule enable row level security;
alter table schedule force row level security;
create policy wall on schedule using (studio_id = (select current_studio()));
create policy coverage on schedule as restrictive
  using ((select covers_studio()) or book_id in (select id from book));

grant select on schedule to iza_app;
grant insert (id, studio_id, book_id, name, kind, terms) on schedule to iza_app;
grant update (ended_on) on schedule to iza_app;
