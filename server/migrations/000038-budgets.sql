-- What was meant to be earned and spent: by account, month and business; what no business has is the entity's own.

create table budget (
  book_id book_id not null,
  account_id account_id not null,
  business_id business_id,
  month date not null check (extract(day from month) = 1 and month between '1970-01-01' and '2199-12-01'),
  studio_id studio_id not null references studio,
  -- Minor units of the book's currency, with the sign that people read: income and expenses are both positive.
  amount_minor bigint not null check (abs(amount_minor) <= 1000000000000000),
  unique nulls not distinct (account_id, business_id, month),
  foreign key (studio_id, book_id) references book (studio_id, id),
  foreign key (book_id, account_id) references account (book_id, id),
  foreign key (studio_id, business_id) references business (studio_id, id)
);
create index budget_book on budget (book_id, month);
create index budget_business on budget (business_id, month) where business_id is not null;

alter table budget enable row level security;
alter table budget force row level security;
create policy wall on budget using (studio_id = (select current_studio()));
create policy coverage on budget as restrictive
  using ((select covers_studio()) or book_id in (select id from book));
grant select, insert, delete on budget to iza_app;
grant update (amount_minor) on budget to iza_app;
