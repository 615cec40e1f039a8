-- Of the sums of a day, what moved with cash: the lines of entries that move cash, those of cash among them. Entries balance, so what moved
-- with cash is a set of books as well; the direct method of cash flows is read from it, and costs days instead of lines (decision 50).
alter table account_day add column cash_minor bigint not null default 0;
alter table account_day alter column cash_minor drop default;
grant update (cash_minor) on account_day to iza_app;

-- The checks alone, as they were (46). What moves balances is a function of its own below, after all of them.
create or replace function entry_line_posted() returns trigger language plpgsql as $$
declare
  wrong text;
  waiting text;
  balancing text[];
begin
  select entry_id into wrong from posted group by entry_id, currency having sum(amount_minor) <> 0 limit 1;
  if found then
    raise exception 'entry % does not balance', wrong using errcode = 'check_violation', constraint = 'entry_balances';
  end if;
  -- Locked first and looked at then: what follows sees what was closed, and what was reserved, while this waited.
  select array_agg(id) filter (where between_account_id is not null) into balancing
    from (select id, between_account_id from book where id in (select book_id from posted) order by id for share) as locked;
  if balancing is not null then
    select entry_id into wrong from posted where book_id = any (balancing)
      group by entry_id, currency, business_id having sum(amount_minor) <> 0 limit 1;
    if wrong is null then
      select entry_id into wrong from posted join book on book.between_account_id = posted.account_id
        where posted.book_id = any (balancing) group by entry_id, posted.currency having sum(amount_minor) <> 0 limit 1;
    end if;
    if wrong is not null then
      raise exception 'entry % does not balance by business', wrong
        using errcode = 'check_violation', constraint = 'entry_balances_by_business';
    end if;
  end if;
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
  return null;
end $$;

-- Balances move with the lines, here and nowhere else; and then floors are looked at. Fires after the checks: triggers do by name.
create function entry_line_summed() returns trigger language plpgsql as $$
declare
  floored text[];
  cash text[];
begin
  -- Each account by its key, once: a plan that joins them may read all accounts for each line.
  select array_agg(own.id) filter (where own.floor_minor is not null), array_agg(own.id) filter (where own.caption = 'cash')
    into floored, cash
    from (select distinct account_id from posted) given
    cross join lateral (select id, floor_minor, caption from account where account.id = given.account_id offset 0) as own;
  -- In the order of their keys: two posts on the same accounts would wait for each other otherwise.
  insert into account_day as day (account_id, currency, effective_on, recorded_on, studio_id, book_id, debit_minor,
      credit_minor, line_count, cash_minor)
    select account_id, currency, effective_on, (now() at time zone 'UTC')::date, min(studio_id), min(book_id),
      coalesce(sum(amount_minor) filter (where amount_minor > 0), 0),
      coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0), count(*),
      coalesce(sum(amount_minor) filter (where entry_id in (select entry_id from posted where account_id = any (cash))), 0)
    from posted group by account_id, currency, effective_on order by account_id, currency, effective_on
    on conflict (account_id, currency, effective_on, recorded_on) do update set
      debit_minor = day.debit_minor + excluded.debit_minor, credit_minor = day.credit_minor + excluded.credit_minor,
      line_count = day.line_count + excluded.line_count, cash_minor = day.cash_minor + excluded.cash_minor;
  if floored is not null then perform keep_floors(floored); end if;
  return null;
end $$;
create trigger sums after insert on entry_line referencing new table as posted
  for each statement execute function entry_line_summed();

-- What of the days of a book moved with cash, from its lines.
create function reckon_cash(of_book text) returns void language sql as $$
  with moved as materialized (
      select distinct line.entry_id from account join entry_line as line on line.account_id = account.id
      where account.book_id = of_book and account.caption = 'cash'),
    summed as (
      select line.account_id, line.currency, line.effective_on, (entry.recorded_at at time zone 'UTC')::date as recorded_on,
        sum(line.amount_minor) as minor
      from moved join entry on entry.id = moved.entry_id join entry_line as line on line.entry_id = moved.entry_id
      group by 1, 2, 3, 4)
  update account_day as day set cash_minor = coalesce(summed.minor, 0)
  from account_day as own left join summed using (account_id, currency, effective_on, recorded_on)
  where own.book_id = of_book and day.account_id = own.account_id and day.currency = own.currency
    and day.effective_on = own.effective_on and day.recorded_on = own.recorded_on and day.cash_minor <> coalesce(summed.minor, 0)
$$;

-- An account that becomes cash, or is none any more. Posts share the lock on the book: what was posted before is reckoned here, and what
-- comes after finds the caption as it is then.
create function account_is_cash_now() returns trigger language plpgsql as $$
begin
  perform from book where id = new.book_id for no key update;
  perform reckon_cash(new.book_id);
  return null;
end $$;
create trigger cash_now after update of caption on account
  for each row when ((old.caption = 'cash') <> (new.caption = 'cash')) execute function account_is_cash_now();

-- Whoever migrates is under the wall too, and would change no row; and here balances move by themselves.
alter table book no force row level security;
alter table account no force row level security;
alter table entry no force row level security;
alter table entry_line no force row level security;
alter table account_day no force row level security;
alter table account_day disable trigger moves_with_lines;
select reckon_cash(id) from book;
alter table account_day enable trigger moves_with_lines;
alter table book force row level security;
alter table account force row level security;
alter table entry force row level security;
alter table entry_line force row level security;
alter table account_day force row level security;

-- Of each line of a consolidation what cash was moved against, debits positive; of cash itself what did and is no flow. Those that were
-- made before have none, and are never changed.
alter table consolidation_line add column direct_minor bigint;
