-- What an account is shown under in every statement (kernel/captions.ts), so that books with different charts add up; and the rates at which
-- what is in another currency is told.

alter table account add column caption text collate "C" check (caption in ('cash', 'receivables', 'due-from-group', 'inventory', 'prepaid',
  'other-current-assets', 'fixed-assets', 'accumulated-depreciation', 'investments-group', 'investments-other', 'goodwill',
  'loans-to-group', 'other-non-current-assets', 'payables', 'due-to-group', 'accrued', 'deferred-revenue', 'taxes-payable',
  'other-current-liabilities', 'borrowings', 'loans-from-group', 'other-non-current-liabilities', 'capital', 'distributions',
  'retained-earnings', 'other-comprehensive-income', 'noncontrolling-interest', 'exchange', 'revenue', 'revenue-group',
  'cost-of-revenue', 'operating-expenses', 'marketing', 'people', 'shared-services', 'depreciation', 'interest-income',
  'interest-income-group', 'investment-income', 'exchange-realised', 'exchange-unrealised', 'other-income', 'interest-expense',
  'interest-expense-group', 'other-financial-expense', 'income-tax'));
-- Whoever migrates is under the wall too, and would change no row.
alter table account no force row level security;
update account set caption = case
    when role = 'cash' then 'cash' when role = 'receivable' then 'receivables' when role = 'payable' then 'payables'
    when role = 'exchange' then 'exchange' when role = 'retained-earnings' then 'retained-earnings'
    when type = 'asset' then case code when '1020' then 'receivables' when '1150' then 'due-from-group' when '1200' then 'inventory'
      when '1300' then 'prepaid' when '1500' then 'other-non-current-assets' when '1510' then 'fixed-assets'
      when '1519' then 'accumulated-depreciation' when '1600' then 'investments-group' when '1650' then 'loans-to-group'
      else 'other-current-assets' end
    when type = 'liability' then case code when '2050' then 'due-to-group' when '2100' then 'accrued' when '2200' then 'deferred-revenue'
      when '2300' then 'taxes-payable' when '2500' then 'other-non-current-liabilities' when '2510' then 'borrowings'
      when '2550' then 'loans-from-group' else 'other-current-liabilities' end
    when type = 'equity' then case code when '3500' then 'distributions' when '3700' then 'other-comprehensive-income' else 'capital' end
    when type = 'income' then case code when '4000' then 'revenue' when '4010' then 'revenue' when '4020' then 'revenue'
      when '4030' then 'revenue' when '4200' then 'revenue' when '4100' then 'revenue-group' when '7100' then 'interest-income'
      when '7200' then 'exchange-realised' when '7210' then 'exchange-unrealised' else 'other-income' end
    else case when code in ('5000', '5010', '5020', '5030') then 'cost-of-revenue' when code = '6010' then 'people'
      when code = '6020' then 'marketing' when code = '6060' then 'shared-services' when code = '6070' then 'depreciation'
      when code = '7010' then 'interest-expense' when code in ('7000', '7020') then 'other-financial-expense'
      when code = '8000' then 'income-tax' else 'operating-expenses' end
  end;
alter table account force row level security;
alter table account alter column caption set not null;
alter table account add constraint account_caption check (case type
  when 'asset' then caption in ('cash', 'receivables', 'due-from-group', 'inventory', 'prepaid', 'other-current-assets', 'fixed-assets',
    'accumulated-depreciation', 'investments-group', 'investments-other', 'goodwill', 'loans-to-group', 'other-non-current-assets')
  when 'liability' then caption in ('payables', 'due-to-group', 'accrued', 'deferred-revenue', 'taxes-payable',
    'other-current-liabilities', 'borrowings', 'loans-from-group', 'other-non-current-liabilities')
  when 'equity' then caption in ('capital', 'distributions', 'retained-earnings', 'other-comprehensive-income',
    'noncontrolling-interest', 'exchange')
  when 'income' then caption in ('revenue', 'revenue-group', 'interest-income', 'interest-income-group', 'investment-income',
    'exchange-realised', 'exchange-unrealised', 'other-income')
  else caption in ('cost-of-revenue', 'operating-expenses', 'marketing', 'people', 'shared-services', 'depreciation',
    'interest-expense', 'interest-expense-group', 'other-financial-expense', 'income-tax') end);
-- What the system finds by its role is shown under its own caption, and nothing else is.
alter table account add constraint account_caption_role check (
  (role is not distinct from 'exchange') = (caption = 'exchange')
  and (role is distinct from 'cash' or caption = 'cash'));
grant update (caption) on account to iza_app;

create domain exchange_rate_id as text collate "C" check (value like 'rat\_%' and length(value) = 30);
-- Units of the quoted currency for one of the base; never changed: a correction is a later row of the same day.
create table exchange_rate (
  id exchange_rate_id primary key,
  studio_id studio_id not null references studio,
  base text collate "C" not null check (base ~ '^[A-Z]{3}$'),
  quote text collate "C" not null check (quote ~ '^[A-Z]{3}$'),
  rate_on date not null check (rate_on between '1970-01-01' and '2199-12-31'),
  rate numeric(24, 10) not null check (rate > 0),
  source text not null check (length(source) between 1 and 120),
  recorded_at timestamptz not null default date_trunc('milliseconds', now()),
  check (base <> quote)
);
create index exchange_rate_day on exchange_rate (studio_id, base, quote, rate_on desc, id desc);

alter table exchange_rate enable row level security;
alter table exchange_rate force row level security;
create policy wall on exchange_rate using (studio_id = (select current_studio()));
grant select on exchange_rate to iza_app;
grant insert (id, studio_id, base, quote, rate_on, rate, source) on exchange_rate to iza_app;
