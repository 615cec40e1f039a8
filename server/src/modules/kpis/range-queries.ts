import { sql, type RawBuilder } from 'kysely'
import { query, type Transaction } from '#server/database/database.ts'
import type { Classification } from './class-fields.ts'
import {
  ATTRIBUTES,
  classConditions,
  presentOf,
  stayOf,
  staysOf,
  type Attribute,
  type ClassFilter,
} from './classified-queries.ts'
import type { Kpi } from './schema.ts'
import { figureOf, isAdditive } from './summary-queries.ts'

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

/** Values in force of businesses at work that the caller covers, added up by period and by group: the greatest groups by name. */
export async function rangeOf(tx: Transaction, given: Given): Promise<RangeRow[]> {
  const { kpi, periods, by, classification, filter, groupsNamed } = given
  const keyOf = (attribute: Attribute) =>
    classification === 'then' ? stayOf(attribute, `stay_${attribute}`) : presentOf(attribute)
  const conditions = classConditions(filter, keyOf)
  const asked = ATTRIBUTES.filter((attribute) => attribute === by || isNarrowedBy(filter, attribute))
  const joins = classification === 'then' ? asked.map(joinOf) : []
  return tx.rows(
    query
      .selectFrom(
        sql<RangeRow>`(
      with period as (select * from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb)
        as given ("startsOn" date, day date)),
      told as materialized (
        select force.starts_on, force.value, force.provenance, ${by ? keyOf(by) : sql`null`}::text as id
        from kpi_value_in_force as force
        join period on period."startsOn" = force.starts_on
        join business on business.id = force.business_id and business.archived_at is null
        ${sql.join(joins, sql` `)}
        where force.kpi_id = ${kpi.id} and force.starts_on between ${periods[0]?.startsOn}::date
          and ${periods.at(-1)?.startsOn}::date
          ${sql.join(
            conditions.map((condition) => sql`and ${condition}`),
            sql` `,
          )}),
      placed as (
        select id, least(row_number() over (order by ${isAdditive(kpi) ? sql`sum(abs(value))` : sql`count(*)`} desc, id),
          ${groupsNamed}::int + 1)::int as place
        from told group by id),
      force as (select told.*, placed.place from told join placed on placed.id is not distinct from told.id),
      summed as (
        select place, case when place <= ${groupsNamed}::int then min(id) end as id, starts_on::text as starts_on,
          ${figureOf(kpi)} as figure, count(*)::int as businesses,
          count(*) filter (where provenance = 'posted')::int as posted,
          count(*) filter (where provenance = 'measured')::int as measured,
          count(*) filter (where provenance = 'claimed')::int as claimed
        from force group by grouping sets ((place, starts_on), (starts_on)))
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

function joinOf(attribute: Attribute): RawBuilder<unknown> {
  const name = sql.ref(`stay_${attribute}`)
  return sql`left join ${staysOf(attribute)} as ${name} on ${name}.business_id = force.business_id
    and ${name}.effective_on <= period.day and coalesce(${name}.until_on > period.day, true)`
}

function nameOf(by: Attribute | undefined): RawBuilder<string | null> {
  if (by === undefined || by === 'stage') return sql<string | null>`null::text`
  if (by === 'owner') {
    return sql<string | null>`(select display_name from person where person.id = summed.id)`
  }
  const table = sql.ref(by)
  return sql<string | null>`(select ${table}.name from ${table} where ${table}.id = summed.id)`
}
