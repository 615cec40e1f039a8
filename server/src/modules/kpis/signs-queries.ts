import { sql } from 'kysely'
import { DUE_ON } from './findings-queries.ts'

/** Each of two steps is the wrong way, and both together lose a fifth. */
const FALLEN_TO = sql.lit(0.8)

/** Of the headline KPI, the value of the last period that is due beside those of the two before it. */
export const FALLING = sql`
  select business.id as subject_id, due.id as other_id, business.id as business_id, null as entity_id,
    null::timestamptz as since,
    jsonb_build_object('business', business.name, 'kpi', due.name, 'cadence', due.cadence, 'measure', due.measure,
      'better', due.better, 'fromOn', due.first_on::text, 'toOn', due.due_on::text,
      'from', trim_scale(told.values[3])::text, 'to', trim_scale(told.values[1])::text) as facts
  from (
    select kpi.*, ${DUE_ON} as due_on, (${DUE_ON} - step)::date as before_on, (${DUE_ON} - 2 * step)::date as first_on
    from kpi cross join lateral (select case kpi.cadence when 'week' then interval '1 week'
      when 'month' then interval '1 month' else interval '3 months' end as step) as one
    where kpi.is_headline and kpi.archived_at is null) as due
  cross join lateral (
    select force.business_id, array_agg(force.value order by force.starts_on desc) as values
    from kpi_value_in_force as force
    where force.studio_id = due.studio_id and force.kpi_id = due.id
      and force.starts_on in (due.first_on, due.before_on, due.due_on)
    group by force.business_id having count(*) = 3) as told
  join business on business.id = told.business_id and business.archived_at is null
  where case due.better
    when 'up' then told.values[1] < told.values[2] and told.values[2] < told.values[3]
      and told.values[1] <= told.values[3] * ${FALLEN_TO} and told.values[3] > 0
    else told.values[1] > told.values[2] and told.values[2] > told.values[3]
      and told.values[1] * ${FALLEN_TO} >= told.values[3] and told.values[3] > 0 end`

/** Of the headline KPI: businesses past their trials of which not one value was ever told. */
export const UNTOLD = sql`
  select business.id as subject_id, kpi.id as other_id, business.id as business_id, null as entity_id,
    null::timestamptz as since,
    jsonb_build_object('business', business.name, 'kpi', kpi.name, 'stage', business.stage) as facts
  from kpi cross join business
  where kpi.is_headline and kpi.archived_at is null and business.archived_at is null
    and business.stage in ('launched', 'growing')
    and not exists (select from kpi_value where kpi_value.studio_id = business.studio_id
      and kpi_value.business_id = business.id and kpi_value.kpi_id = kpi.id and kpi_value.withdrawn_at is null)`
