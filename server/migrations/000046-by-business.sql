-- A book may balance by business: every entry in it balances for each business and for what is of none, by lines on one account that the
-- posting adds. So each business has a balance sheet. It begins on a day, and it does not end.

alter table account
  drop constraint account_role_check,
  add constraint account_role_check
    check (role in ('cash', 'receivable', 'payable', 'exchange', 'retained-earnings', 'between-businesses')),
  -- Null for the exchange account and for the one between businesses: both hold every currency.
  drop constraint account_check2,
  add constraint account_any_currency check ((currency is null) = coalesce(role in ('exchange', 'between-businesses'), false)),
  drop constraint account_caption_check,
  add constraint account_caption_check check (caption in ('cash', 'receivables', 'due-from-group', 'inventory', 'prepaid',
  'other-current-assets', 'fixed-assets', 'accumulated-depreciation', 'investments-group', 'investments-other', 'goodwill',
  'loans-to-group', 'other-non-current-assets', 'payables', 'due-to-group', 'accrued', 'deferred-revenue', 'taxes-payable',
  'other-current-liabilities', 'borrowings', 'loans-from-group', 'other-non-current-liabilities', 'capital', 'distributions',
  'retained-earnings', 'other-comprehensive-income', 'noncontrolling-interest', 'exchange', 'between-businesses', 'revenue', 'revenue-group',
  'cost-of-revenue', 'operating-expenses', 'marketing', 'people', 'shared-services', 'depreciation', 'interest-income',
  'interest-income-group', 'investment-income', 'exchange-realised', 'exchange-unrealised', 'other-income', 'interest-expense',
  'interest-expense-group', 'other-financial-expense', 'income-tax')),
  drop constraint account_caption,
  add constraint account_caption check (case type
  when 'asset' then caption in ('cash', 'receivables', 'due-from-group', 'inventory', 'prepaid', 'other-current-assets', 'fixed-assets',
    'accumulated-depreciation', 'investments-group', 'investments-other', 'goodwill', 'loans-to-group', 'other-non-current-assets')
  when 'liability' then caption in ('payables', 'due-to-group', 'accrued', 'deferred-revenue', 'taxes-payable',
    'other-current-liabilities', 'borrowings', 'loans-from-group', 'other-non-current-liabilities')
  when 'equity' then caption in ('capital', 'distributions', 'retained-earnings', 'other-comprehensive-income',
    'noncontrolling-interest', 'exchange', 'between-businesses')
  when 'income' then caption in ('revenue', 'revenue-group', 'interest-income', 'interest-income-group', 'investment-income',
    'exchange-realised', 'exchange-unrealised', 'other-income')
  else caption in ('cost-of-revenue', 'operating-expenses', 'marketing', 'people', 'shared-services', 'depreciation',
    'interest-expense', 'interest-expense-group', 'other-financial-expense', 'income-tax') end),
  drop constraint account_caption_role,
  add constraint account_caption_role check (
    (role is not distinct from 'exchange') = (caption = 'exchange')
    and (role is not distinct from 'between-businesses') = (caption = 'between-businesses')
    and (role is distinct from 'cash' or caption = 'cash')),
  add constraint account_between_stays check (role is distinct from 'between-businesses' or archived_at is null);
create unique index account_between on account (book_id) where role = 'between-businesses';

alter table book
  -- Where it balances by business, the account of the lines that the posting adds.
  add column between_account_id account_id,
  -- From which day on a business has a balance sheet, and since when it was known.
  add column by_business_from date,
  add column by_business_since timestamptz,
  add foreign key (id, between_account_id) references account (book_id, id),
  add check (num_nulls(between_account_id, by_business_from, by_business_since) in (0, 3));
grant update (between_account_id, by_business_from, by_business_since) on book to iza_app;

-- It begins where every day from then on balances by business, and stays.
create function book_balances_by_business() returns trigger language plpgsql as $$
begin
  if old.between_account_id is not null then
    raise exception 'book % balances by business, and does so for good', old.id
      using errcode = 'check_violation', constraint = 'book_balances_for_good';
  end if;
  if not exists (select from account where id = new.between_account_id and role = 'between-businesses') then
    raise exception 'account % is not the one between businesses', new.between_account_id
      using errcode = 'check_violation', constraint = 'book_between_account';
  end if;
  if exists (
    select from account join entry_line as line on line.account_id = account.id where account.book_id = new.id
      group by greatest(line.effective_on, new.by_business_from), line.business_id, line.currency
      having sum(line.amount_minor) <> 0) then
    raise exception 'book % does not balance by business yet', new.id
      using errcode = 'check_violation', constraint = 'book_balances_by_business';
  end if;
  return new;
end $$;
create trigger balances_by_business before update of between_account_id, by_business_from, by_business_since on book
  for each row execute function book_balances_by_business();

-- As before, and in a book that balances by business each entry does, in each currency; what the account between them holds adds up to
-- nothing. Other books pay for the look at a row that is locked anyway.
create or replace function entry_line_posted() returns trigger language plpgsql as $$
declare
  wrong text;
  waiting text;
  floored text[];
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
