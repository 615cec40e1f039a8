-- The books: double entry, one book per entity. What is posted is never changed, by nobody: a reversal is an entry of its own.

create domain book_id as text collate "C" check (value like 'bok\_%' and length(value) = 30);
create domain account_id as text collate "C" check (value like 'acc\_%' and length(value) = 30);
create domain entry_id as text collate "C" check (value like 'jou\_%' and length(value) = 30);

alter table entity add constraint entity_currency unique (studio_id, id, functional_currency);

create table book (
  id book_id primary key,
  studio_id studio_id not null references studio,
  entity_id entity_id not null,
  currency text collate "C" not null check (currency ~ '^[A-Z]{3}$'),
  fiscal_year_end text collate "C" not null check (fiscal_year_end ~ '^(0[1-9]|1[0-2])-[0-3][0-9]$'),
  basis text collate "C" not null check (basis in ('accrual', 'cash')),
  opened_at timestamptz not null default now(),
  unique (studio_id, id),
  unique (studio_id, id, currency),
  constraint book_entity unique (studio_id, entity_id),
  -- The currency is the entity's, and so it cannot change there under what is posted.
  constraint book_currency foreign key (studio_id, entity_id, currency) references entity (studio_id, id, functional_currency)
);

create table account (
  id account_id primary key,
  studio_id studio_id not null references studio,
  book_id book_id not null,
  book_currency text collate "C" not null,
  code text collate "C" not null check (code ~ '^[0-9A-Za-z]([0-9A-Za-z.-]{0,18}[0-9A-Za-z])?$'),
  name text not null check (length(name) between 1 and 120),
  type text collate "C" not null check (type in ('asset', 'liability', 'equity', 'income', 'expense')),
  parent_id account_id,
  -- Null for the exchange account, through which every currency passes.
  currency text collate "C" check (currency ~ '^[A-Z]{3}$'),
  role text collate "C" check (role in ('cash', 'receivable', 'payable', 'exchange', 'retained-earnings')),
  is_monetary boolean not null,
  -- What is left on it at least, seen from its own side (debit for assets and expenses); null where nobody minds.
  floor_minor bigint check (abs(floor_minor) <= 1000000000000000),
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (book_id, id),
  unique (book_id, id, type),
  foreign key (studio_id, book_id, book_currency) references book (studio_id, id, currency),
  -- A part is of the type of its whole, and both stand in one book.
  foreign key (book_id, parent_id, type) references account (book_id, id, type),
  check (not is_monetary or type in ('asset', 'liability')),
  -- Only money and claims on money may be foreign.
  check (currency is null or currency = book_currency or is_monetary),
  check ((currency is null) = (role is not distinct from 'exchange')),
  check (currency is not null or floor_minor is null),
  check (role is null or case role when 'cash' then type = 'asset' and is_monetary when 'receivable' then type = 'asset'
    when 'payable' then type = 'liability' else type = 'equity' end)
);
create unique index account_code on account (book_id, lower(code));
-- Where differences of exchange and earnings of past years go is one place in a book.
create unique index account_role on account (book_id, role) where role in ('exchange', 'retained-earnings');

create table entry (
  id entry_id primary key,
  studio_id studio_id not null,
  book_id book_id not null,
  effective_on date not null check (effective_on between '1970-01-01' and '2199-12-31'),
  -- To the millisecond, as it is told: an instant that somebody was told finds exactly what was known then.
  recorded_at timestamptz not null default date_trunc('milliseconds', now()),
  memo text not null check (length(memo) <= 400),
  source text collate "C" not null check (source ~ '^[a-z][a-z0-9-]{0,39}$'),
  external_id text collate "C" check (length(external_id) between 1 and 120),
  reverses_id entry_id references entry,
  line_count smallint not null check (line_count between 2 and 1000),
  -- SHA-256 over what stands in it and in its lines (entry-digest.ts); the sealed audit has it too.
  digest bytea not null check (length(digest) = 32),
  actor_kind text collate "C" not null check (length(actor_kind) <= 20),
  actor_id text collate "C" not null check (length(actor_id) <= 80),
  foreign key (studio_id, book_id) references book (studio_id, id)
);
create unique index entry_external on entry (book_id, external_id) where external_id is not null;
create unique index entry_reversed on entry (reverses_id) where reverses_id is not null;
create index entry_day on entry (book_id, effective_on, id);
-- In the order in which they were recorded: balances as of an instant, and what verifies a book part by part.
create index entry_recorded on entry (book_id, recorded_at, id);

create table entry_line (
  entry_id entry_id not null references entry,
  position smallint not null check (position between 1 and 1000),
  studio_id studio_id not null,
  book_id book_id not null,
  account_id account_id not null,
  effective_on date not null,
  currency text collate "C" not null,
  -- Minor units of the currency; debits are positive, credits negative.
  amount_minor bigint not null check (amount_minor <> 0 and abs(amount_minor) <= 1000000000000000),
  business_id business_id,
  is_overhead boolean not null check (not is_overhead or business_id is null),
  partner_entity_id entity_id,
  counterparty text check (length(counterparty) between 1 and 200),
  memo text check (length(memo) between 1 and 400),
  tags text[] check (cardinality(tags) between 1 and 20),
  primary key (entry_id, position),
  foreign key (studio_id, business_id) references business (studio_id, id),
  foreign key (studio_id, partner_entity_id) references entity (studio_id, id),
  foreign key (book_id, account_id) references account (book_id, id)
);
create index entry_line_account on entry_line (account_id, effective_on, entry_id, position);
create index entry_line_business on entry_line (business_id, effective_on) where business_id is not null;

-- An entry is there with all of its lines, or it is not there.
alter table entry add constraint entry_whole foreign key (id, line_count)
  references entry_line (entry_id, position) deferrable initially deferred;

-- What was posted on an account for one day, on one day: every balance as of any pair of days is a sum of these.
create table account_day (
  account_id account_id not null references account,
  currency text collate "C" not null,
  effective_on date not null,
  recorded_on date not null,
  studio_id studio_id not null,
  book_id book_id not null,
  debit_minor bigint not null,
  credit_minor bigint not null,
  line_count bigint not null,
  primary key (account_id, currency, effective_on, recorded_on)
) with (fillfactor = 60);
create index account_day_book on account_day (book_id, effective_on);

-- All that cannot be seen from one row stands here a second time, beside the handlers; and balances move with the lines, here
-- and nowhere else. Once per statement, over all of its lines.
create function entry_line_posted() returns trigger language plpgsql as $$
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
  select account.id into wrong from posted join account on account.id = posted.account_id
    where account.archived_at is not null or account.currency <> posted.currency
      or (account.type in ('income', 'expense') and posted.business_id is null and not posted.is_overhead) limit 1;
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
create trigger posted after insert on entry_line referencing new table as posted
  for each statement execute function entry_line_posted();

create function account_day_moves_with_lines() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then raise exception 'balances move with the lines of entries, and not by themselves'; end if;
  return new;
end $$;
create trigger moves_with_lines before insert or update on account_day
  for each row execute function account_day_moves_with_lines();

-- A book is open to whoever covers its entity; whoever covers a business of it sees none of it.
alter table book enable row level security;
alter table book force row level security;
create policy wall on book using (studio_id = (select current_studio()));
create policy coverage on book as restrictive
  using ((select covers_studio()) or entity_id = any ((select covered_ids())::text[]));

alter table account enable row level security;
alter table account force row level security;
create policy wall on account using (studio_id = (select current_studio()));
create policy coverage on account as restrictive
  using ((select covers_studio()) or book_id in (select id from book));

alter table entry enable row level security;
alter table entry force row level security;
create policy wall on entry using (studio_id = (select current_studio()));
create policy coverage on entry as restrictive
  using ((select covers_studio()) or book_id in (select id from book));

alter table entry_line enable row level security;
alter table entry_line force row level security;
create policy wall on entry_line using (studio_id = (select current_studio()));
create policy coverage on entry_line as restrictive
  using ((select covers_studio()) or book_id in (select id from book));

alter table account_day enable row level security;
alter table account_day force row level security;
create policy wall on account_day using (studio_id = (select current_studio()));
create policy coverage on account_day as restrictive
  using ((select covers_studio()) or book_id in (select id from book));

grant select, insert on book, account, account_day to iza_app;
grant update (name, code, floor_minor, revision, archived_at) on account to iza_app;
grant update (debit_minor, credit_minor, line_count) on account_day to iza_app;
-- When something was recorded is for the database to say, and nobody changes what is posted.
grant select on entry, entry_line to iza_app;
grant insert (id, studio_id, book_id, effective_on, memo, source, external_id, reverses_id, line_count, digest, actor_kind,
  actor_id) on entry to iza_app;
grant insert (entry_id, position, studio_id, book_id, account_id, effective_on, currency, amount_minor, business_id,
  is_overhead, partner_entity_id, counterparty, memo, tags) on entry_line to iza_app;
