-- The KPI that says what a business is worth: Home adds up its latest values.

alter table kpi
  add column is_valuation boolean not null default false,
  add check (not is_valuation or unit = 'money');
create unique index kpi_valuation on kpi (studio_id) where is_valuation and archived_at is null;
