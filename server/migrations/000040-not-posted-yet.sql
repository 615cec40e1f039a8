-- Entries that are not posted yet: drafts that somebody works on, and pending ones, which are complete and hold their money. They stand
-- beside the book and in no balance of it.

create table unposted_entry (
  id text collate "C" primary key check (length(id) = 30 and left(id, 4) = case kind when 'draft' then 'dft_' else 'pnd_' end),
  studio_id studio_id not null,
  book_id book_id not null,
  kind text collate "C" not null check (kind in ('draft', 'pending')),
  state text collate "C" not null default 'open' check (state in ('open', 'posted', 'voided')),
  revision integer not null default 1,
  -- As it would be posted. Of a draft anything may be missing; what is there was checked.
  content jsonb not null check (jsonb_typeof(content) = 'object' and jsonb_typeof(content -> 'lines') = 'array'),
  -- Of pending ones, for good: the same again answers what is there. The digest says what is the same (entry-digest.ts).
  digest bytea check (length(digest) = 32),
  external_id text collate "C" check (length(external_id) between 1 and 120),
  created_at timestamptz not null default date_trunc('milliseconds', now()),
  changed_at timestamptz not null default date_trunc('milliseconds', now()),
  -- When a pending one runs out. Nobody has to come by for that.
  expires_at timestamptz check (expires_at > created_at and expires_at <= created_at + interval '90 days'),
  -- What it was posted as.
  entry_id entry_id references entry deferrable initially deferred,
  -- Who worked on it last.
  actor_kind text collate "C" not null check (length(actor_kind) <= 20),
  actor_id text collate "C" not null check (length(actor_id) <= 80),
  foreign key (studio_id, book_id) references book (studio_id, id),
  unique (id, book_id, expires_at),
  check ((kind = 'pending') = (expires_at is not null)),
  check ((kind = 'pending') = (digest is not null)),
  check (kind = 'pending' or external_id is null),
  check ((state = 'posted') = (entry_id is not null))
);
create unique index unposted_entry_external on unposted_entry (book_id, external_id) where external_id is not null;
create index unposted_entry_open on unposted_entry (book_id, kind, id) where state = 'open';

-- What a pending entry would take from an account, in minor units, seen from its own side; what it would bring holds nothing.
create table account_hold (
  pending_id text collate "C" not null,
  account_id account_id not null,
  studio_id studio_id not null,
  book_id book_id not null,
  minor bigint not null check (minor > 0),
  expires_at timestamptz not null,
  primary key (pending_id, account_id),
  foreign key (studio_id, book_id) references book (studio_id, id),
  foreign key (book_id, account_id) references account (book_id, id),
  -- It ends with what it belongs to.
  foreign key (pending_id, book_id, expires_at) references unposted_entry (id, book_id, expires_at)
);
create index account_hold_until on account_hold (account_id, expires_at);

-- What must stay on these accounts stays, with what is held counted as taken. The one place in the database that says so. They are locked
-- first: two who take from one account see each other.
create function keep_floors(account_ids text[]) returns void language plpgsql as $$
declare
  -- A variable, and so the index finds what still holds.
  since timestamptz := clock_timestamp();
  wrong text;
begin
  perform from account where id = any (account_ids) order by id for no key update;
  select account.id into wrong from account
    where account.id = any (account_ids) and account.floor_minor >
      coalesce((select sum(debit_minor - credit_minor) from account_day where account_id = account.id), 0)
        * case when account.type in ('asset', 'expense') then 1 else -1 end
      - coalesce((select sum(minor) from account_hold where account_id = account.id and expires_at > since), 0) limit 1;
  if found then
    raise exception 'account % would fall below its floor', wrong
      using errcode = 'check_violation', constraint = 'account_above_floor';
  end if;
end $$;

-- As before; what is pending is seen under the external id of an entry, and floors have a function of their own.
create or replace function entry_line_posted() returns trigger language plpgsql as $$
declare
  wrong text;
  waiting text;
  floored text[];
begin
  select entry_id into wrong from posted group by entry_id, currency having sum(amount_minor) <> 0 limit 1;
  if found then
    raise exception 'entry % does not balance', wrong using errcode = 'check_violation', constraint = 'entry_balances';
  end if;
  -- Locked first and looked at then: what follows sees what was closed, and what was reserved, while this waited.
  perform from book where id in (select book_id from posted) order by id for share;
  -- Each entry by its key: a plan that joins them would read the whole table, for nobody knows how many lines are to come.
  select given.entry_id, named.id into wrong, waiting from (
      select entry_id, count(*) as lines, max(position) as last_position, min(effective_on) as first_on,
        max(effective_on) as last_on, min(book_id) as first_book, max(book_id) as last_book, min(studio_id) as first_studio,
        max(studio_id) as last_studio
      from posted group by entry_id) given
    cross join lateral (select * from entry where entry.id = given.entry_id offset 0) as head
    left join lateral (select id from unposted_entry as pending where pending.book_id = head.book_id
      and pending.external_id = head.external_id and pending.state = 'open' and pending.expires_at > clock_timestamp()
      offset 0) as named on true
    where head.line_count <> given.lines or head.line_count <> last_position
      or head.effective_on <> first_on or head.effective_on <> last_on
      or head.book_id <> first_book or head.book_id <> last_book
      or head.studio_id <> first_studio or head.studio_id <> last_studio or named.id is not null limit 1;
  if waiting is not null then
    raise exception 'the external id of entry % is that of %', wrong, waiting
      using errcode = 'unique_violation', constraint = 'external_id_names_one';
  end if;
  if wrong is not null then
    raise exception 'the lines of entry % are not those that it has', wrong
      using errcode = 'check_violation', constraint = 'entry_has_its_lines';
  end if;
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
  select array_agg(id) into floored from account where id in (select account_id from posted) and floor_minor is not null;
  if floored is not null then perform keep_floors(floored); end if;
  return null;
end $$;

create function account_held() returns trigger language plpgsql as $$
declare
  floored text[];
begin
  select array_agg(id) into floored from account where id in (select account_id from held) and floor_minor is not null;
  if floored is not null then perform keep_floors(floored); end if;
  return null;
end $$;
create trigger held after insert on account_hold referencing new table as held
  for each statement execute function account_held();

create function account_floor_set() returns trigger language plpgsql as $$
begin
  perform keep_floors(array[new.id::text]);
  return null;
end $$;
create trigger floor_set after update of floor_minor on account
  for each row when (new.floor_minor > old.floor_minor or old.floor_minor is null and new.floor_minor is not null)
  execute function account_floor_set();

-- An external id names one thing in a book. Posts share the lock on the book and look for what is pending; this waits for them, and looks
-- for what they posted.
create function unposted_entry_named() returns trigger language plpgsql as $$
begin
  perform from book where id = new.book_id for no key update;
  if exists (select from entry where book_id = new.book_id and external_id = new.external_id) then
    raise exception 'the external id of % is posted', new.id
      using errcode = 'unique_violation', constraint = 'external_id_names_one';
  end if;
  return new;
end $$;
create trigger named before insert on unposted_entry
  for each row when (new.external_id is not null) execute function unposted_entry_named();

-- What is settled stays so, what is pending does not change, and what ran out is not posted. What is settled holds nothing.
create function unposted_entry_changes() returns trigger language plpgsql as $$
begin
  if old.state <> 'open' or old.kind = 'pending' and (new.content <> old.content or new.revision <> old.revision) then
    raise exception '% is settled, or pending as it is', old.id
      using errcode = 'check_violation', constraint = 'unposted_entry_stays';
  end if;
  if new.content <> old.content and new.revision <> old.revision + 1 then
    raise exception '% changes from one revision to the next', old.id
      using errcode = 'check_violation', constraint = 'unposted_entry_revision';
  end if;
  if new.state <> 'open' and old.expires_at <= clock_timestamp() then
    raise exception '% ran out', old.id using errcode = 'check_violation', constraint = 'pending_in_time';
  end if;
  if new.state <> 'open' then delete from account_hold where pending_id = old.id; end if;
  return new;
end $$;
create trigger changes before update on unposted_entry for each row execute function unposted_entry_changes();

alter table unposted_entry enable row level security;
alter table unposted_entry force row level security;
create policy wall on unposted_entry using (studio_id = (select current_studio()));
create policy coverage on unposted_entry as restrictive
  using ((select covers_studio()) or book_id in (select id from book));

alter table account_hold enable row level security;
alter table account_hold force row level security;
create policy wall on account_hold using (studio_id = (select current_studio()));
create policy coverage on account_hold as restrictive
  using ((select covers_studio()) or book_id in (select id from book));

grant select, insert on unposted_entry to iza_app;
grant update (state, revision, content, changed_at, entry_id, actor_kind, actor_id) on unposted_entry to iza_app;
grant select, insert, delete on account_hold to iza_app;

-- An entry is something that one can comment on, and add receipts to.
create or replace function covers_subject(subject text) returns boolean language sql stable
  as $$ select case left(subject, 4)
    when 'biz_' then exists (select from business where business.id = subject)
    when 'ent_' then exists (select from entity where entity.id = subject)
      and (covers_studio() or subject = any (covered_ids()))
    when 'kpi_' then exists (select from kpi where kpi.id = subject)
    when 'run_' then exists (select from run where run.id = subject)
    when 'apv_' then exists (select from approval where approval.id = subject)
    when 'whe_' then exists (select from webhook_endpoint where webhook_endpoint.id = subject)
    when 'jou_' then exists (select from entry where entry.id = subject)
    else false end $$;
