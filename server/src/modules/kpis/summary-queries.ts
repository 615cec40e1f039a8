import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import type { Kpi, Provenance } from './schema.ts'

export const GROUPINGS = ['provenance', 'category', 'entity', 'stage'] as const

const GROUPED_BY: Record<Exclude<(typeof GROUPINGS)[number], 'provenance'>, RawBuilder<unknown>> = {
  category: sql`category.id as id, category.name as name`,
  entity: sql`entity.id as id, entity.name as name`,
  stage: sql`business.stage as id, null::text as name`,
}

interface Figure {
  /** Decimal text; null where there are no values. */
  figure: string | null
  businesses: number
}

/** Values in force of one period, of businesses at work that the caller covers. */
function inForce(kpiId: Id<'kpi'>, startsOn: string) {
  return sql`kpi_value_in_force as force
    join business on business.id = force.business_id and business.archived_at is null
    join entity on entity.id = business.entity_id
    left join category on category.id = business.category_id
    where force.kpi_id = ${kpiId} and force.starts_on = ${startsOn}::date`
}

/** Amounts and counts add up over businesses; of percentages, ratios and days the average is told. */
export function isAdditive({ unit }: Pick<Kpi, 'unit'>): boolean {
  return unit === 'money' || unit === 'count'
}

/** Over rows of `force`. */
export function figureOf(kpi: Kpi) {
  return isAdditive(kpi)
    ? sql`trim_scale(sum(force.value))::text`
    : sql`trim_scale(round(avg(force.value), 6))::text`
}

/** One row per provenance, and one with null for all of them. `weight` is what its share is a share of. */
export async function partsOf(
  tx: Transaction,
  kpi: Kpi,
  startsOn: string,
): Promise<(Figure & { provenance: Provenance | null; weight: string })[]> {
  return tx.rows(
    query
      .selectFrom(
        sql<Figure & { provenance: Provenance | null; weight: string }>`(
          select force.provenance, ${figureOf(kpi)} as figure, count(*)::int as businesses,
            ${isAdditive(kpi) ? sql`coalesce(sum(abs(force.value)), 0)::text` : sql`count(*)::text`} as weight
          from ${inForce(kpi.id, startsOn)}
          group by grouping sets ((force.provenance), ()))`.as('part'),
      )
      .selectAll('part'),
  )
}

export async function groupsOf(
  tx: Transaction,
  kpi: Kpi,
  { startsOn, by, limit }: { startsOn: string; by: keyof typeof GROUPED_BY; limit: number },
): Promise<{ groups: (Figure & { id: string | null; name: string | null })[]; total: number }> {
  const rows = await tx.rows(
    query
      .selectFrom(
        sql<Figure & { id: string | null; name: string | null; total: number }>`(
          select ${GROUPED_BY[by]}, ${figureOf(kpi)} as figure, count(*)::int as businesses,
            count(*) over ()::int as total
          from ${inForce(kpi.id, startsOn)} group by 1, 2)`.as('part'),
      )
      .selectAll('part')
      .orderBy(sql`part.name nulls last`)
      .orderBy(sql`part.id nulls last`)
      .limit(limit),
  )
  return {
    groups: rows.map(({ id, name, figure, businesses }) => ({ id, name, figure, businesses })),
    total: rows[0]?.total ?? 0,
  }
}

export async function countBusinessesAtWork(tx: Transaction): Promise<number> {
  const rows = await tx.prepared<{ total: number }>(
    'select count(*)::int as total from business where archived_at is null',
    [],
  )
  return rows[0]?.total ?? 0
}

export interface Point {
  id: Id<'kpi_value'>
  starts_on: string
  value: string
  provenance: Provenance
  recorded_at: string
}

export async function seriesOf(
  tx: Transaction,
  given: { kpiId: Id<'kpi'>; businessId: Id<'business'>; from: string; to: string },
): Promise<Point[]> {
  return tx.prepared(
    `select id, starts_on::text, trim_scale(value)::text as value, provenance, recorded_at from kpi_value_in_force
     where kpi_id = $1 and business_id = $2 and starts_on between $3::date and $4::date order by starts_on`,
    [given.kpiId, given.businessId, given.from, given.to],
  )
}

/** Decimals are added where they are exact. */
export async function addUp(
  tx: Transaction,
  values: readonly string[],
  how: 'sum' | 'average',
): Promise<string | null> {
  const rows = await tx.prepared<{ sum: string | null; average: string | null }>(
    `select trim_scale(sum(value))::text as sum, trim_scale(round(avg(value), 6))::text as average
     from unnest($1::numeric[]) as value`,
    [values],
  )
  return rows[0]?.[how] ?? null
}
