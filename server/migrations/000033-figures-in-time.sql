-- Figures over all businesses read an index in the order in which they count, and not the table.

-- The values of a KPI in force, with what is added up: 240,000 values are read out of the index alone.
drop index kpi_value_period;
create index kpi_value_period on kpi_value
  (studio_id, kpi_id, starts_on, business_id, strength desc, recorded_at desc, id desc) include (value, provenance)
  where withdrawn_at is null;
-- That nearly every value counts: taken for a tenth, as a rule of thumb has it, all of them were sorted on disk to be added up.
create statistics kpi_value_counts (ndistinct) on studio_id, kpi_id, starts_on, business_id from kpi_value;

-- The life of each business, the latest stage first: funnel and vintages go through it once, without sorting.
create index business_move_life on business_move (studio_id, business_id, effective_on desc, place desc) include (stage)
  where attribute = 'stage' and withdrawn_at is null;

-- What changed lately. What a business was added with (revision 1) is no change, and most of what an import writes.
create index business_move_lately on business_move (studio_id, effective_on) where withdrawn_at is null and revision > 1;
