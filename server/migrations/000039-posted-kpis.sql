-- Of a KPI, which figure of the books its values are: then they are posted, and stand over what is measured or claimed.

alter table kpi add column posted_from text collate "C"
  check (posted_from in ('revenue', 'gross-profit', 'contribution', 'net-result', 'cost'));
alter table kpi add constraint kpi_posted_money check (posted_from is null or unit = 'money');
-- Everything recorded in books until then is in its values; null where none of it is.
alter table kpi add column posted_until timestamptz;
