import { sql, type RawBuilder } from 'kysely'
import { query, type Transaction } from '#server/database/database.ts'
import type { Classification } from './class-fields.ts'
import {
  ATTRIBUTES,
  classConditions,
  presentOf,
  staysOf,
  type Attribute,
  type ClassFilter,
} from './classified-queries.ts'
import type { Kpi } from './schema.ts'
import { isAdditive } from './summary-queries.ts'

/** Of one group in one period; group null is all of them, and those beyond the named ones share a group of their own. */
export interface RangeRow {
  place: number | null
  id: string | null
  name: string | null
  starts_on: string
  figure: string | null
  businesses: number
  posted: number
  measured: number
  claimed: number
  /** How many groups there are beyond the named ones, in the whole range. */
  groups_beyond: number
}

interface Given {
  kpi: Kpi
  periods: readonly { startsOn: string; day: string }[]
  by: Attribute | undefined
  classification: Classification
  filter: ClassFilter
  groupsNamed: number
}

/**
 * Values in force of businesses at work that the caller covers, added up by period and by group: the greatest groups by
 * name. Values are read once, into one cell per group and period; what is ranked and told is made of cells. Ranked and
 * joined value by value, 240,000 of them went to disk twice.
 */
export async function rangeOf(tx: Transaction, given: Given): Promise<RangeRow[]> {
  const { kpi, periods, by, classification, filter, groupsNamed } = given
  const keyOf = (attribute: Attribute) =>
    classification === 'then' ? sql.ref<string | null>(`stay_${attribute}.id`) : presentOf(attribute)
  const conditions = classConditions(filter, keyOf)
  const asked = ATTRIBUTES.filter((attribute) => attribute === by || isNarrowedBy(filter, attribute))
  const isThen = classification === 'then'
  return tx.rows(
    query
      .selectFrom(
        sql<RangeRow>`(
      with at_work as materialized (select id, entity_id, category_id, stage, owner_id from business where archived_at is null),
      told as (
        select force.starts_on, force.value, force.provenance, ${by ? keyOf(by) : sql`null`}::text as id
        from kpi_value_in_force as force
        join at_work as business on business.id = force.business_id
        ${isThen && asked.length > 0 ? joinsOf(asked, periods) : sql``}
        where force.kpi_id = ${kpi.id} and force.starts_on between ${periods[0]?.startsOn}::date
          and ${periods.at(-1)?.startsOn}::date
          ${sql.join(
            conditions.map((condition) => sql`and ${condition}`),
            sql` `,
          )}),
      cell as materialized (
        select id, starts_on, sum(value) as total, sum(abs(value)) as size, count(*) as businesses,
          count(*) filter (where provenance = 'posted') as posted,
          count(*) filter (where provenance = 'measured') as measured,
          count(*) filter (where provenance = 'claimed') as claimed
        from told group by id, starts_on),
      placed as (
        select id, least(row_number() over (order by sum(${isAdditive(kpi) ? sql`size` : sql`businesses`}) desc, id),
          ${groupsNamed}::int + 1)::int as place
        from cell group by id),
      summed as (
        select place, case when place <= ${groupsNamed}::int then min(cell.id) end as id, starts_on::text as starts_on,
          ${figureOfCells(kpi)} as figure, sum(businesses)::int as businesses, sum(posted)::int as posted,
          sum(measured)::int as measured, sum(claimed)::int as claimed
        from cell join placed on placed.id is not distinct from cell.id
        group by grouping sets ((place, starts_on), (starts_on)))
      select *, ${nameOf(by)} as name,
        (select greatest(count(*) - ${groupsNamed}::int, 0) from placed)::int as groups_beyond from summed)`.as(
          'summed',
        ),
      )
      .selectAll('summed')
      .orderBy(sql`summed.place nulls first`)
      .orderBy('summed.starts_on'),
  )
}

function isNarrowedBy(filter: ClassFilter, attribute: Attribute): boolean {
  const { entityId, categoryId, hasCategory, stage, ownerId, hasOwner } = filter
  const given = {
    entity: [entityId],
    category: [categoryId, hasCategory],
    stage: [stage],
    owner: [ownerId, hasOwner],
  }
  return given[attribute].some((value) => value !== undefined)
}

/** The stays are joined by the day that stands for the period of the value. */
function joinsOf(asked: readonly Attribute[], periods: Given['periods']): RawBuilder<unknown> {
  const stays = asked.map((attribute) => {
    const name = sql.ref(`stay_${attribute}`)
    return sql`left join ${staysOf(attribute)} as ${name} on ${name}.business_id = force.business_id
      and ${name}.effective_on <= period.day and coalesce(${name}.until_on > period.day, true)`
  })
  return sql`join jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as period ("startsOn" date, day date)
    on period."startsOn" = force.starts_on ${sql.join(stays, sql` `)}`
}

/** The same as `figureOf`, over sums of groups. */
function figureOfCells(kpi: Kpi): RawBuilder<string | null> {
  return isAdditive(kpi)
    ? sql<string | null>`trim_scale(sum(total))::text`
    : sql<string | null>`trim_scale(round(sum(total) / sum(businesses), 6))::text`
}

function nameOf(by: Attribute | undefined): RawBuilder<string | null> {
  if (by === undefined || by === 'stage') return sql<string | null>`null::text`
  if (by === 'owner') {
    return sql<string | null>`(select display_name from person where person.id = summed.id)`
  }
  const table = sql.ref(by)
  return sql<string | null>`(select ${table}.name from ${table} where ${table}.id = summed.id)`
}
