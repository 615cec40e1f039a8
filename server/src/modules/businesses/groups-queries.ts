import { sql } from 'kysely'
import { businessesOn } from './as-of-queries.ts'
import { query, type Transaction } from '#server/database/database.ts'
import { BANDS, bandOf } from '#server/modules/health/index.ts'
import { STAGE_PLACE, filtered, healthScore, type BusinessFilter } from './businesses-queries.ts'

export const GROUPINGS = ['stage', 'entity', 'category', 'owner', 'tag', 'health'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface BusinessGroup {
  id: string | null
  name: string | null
  count: number
}

/** What a business is grouped by, how a group is called, and in which order groups come; what has none is the last. */
const KEYS = {
  stage: { id: sql`business.stage`, name: sql`business.stage`, by: STAGE_PLACE },
  entity: { id: sql`entity.id`, name: sql`entity.name`, by: sql`entity.name collate "und-x-icu"` },
  category: { id: sql`category.id`, name: sql`category.name`, by: sql`category.name collate "und-x-icu"` },
  owner: {
    id: sql`business.owner_id`,
    name: sql`owner.display_name`,
    by: sql`owner.display_name collate "und-x-icu"`,
  },
  health: {
    id: sql`banded.band`,
    name: sql`banded.band`,
    by: sql`array_position(${sql.lit(`{${BANDS.join()}}`)}::text[], banded.band)`,
  },
  tag: { id: sql`tag`, name: sql`tag`, by: sql`tag collate "und-x-icu"` },
}

/** The first groups, and how many there are. A tag that stands twice in a business counts it once. */
export async function groupsOfBusinesses(
  tx: Transaction,
  filter: BusinessFilter,
  { by, limit }: { by: Grouping; limit: number },
): Promise<{ groups: BusinessGroup[]; total: number }> {
  const { id, name, by: order } = KEYS[by]
  const groups = query
    .selectFrom(businessesOn(filter.asOf))
    .innerJoin('entity', 'entity.id', 'business.entity_id')
    .leftJoin('category', 'category.id', 'business.category_id')
    .leftJoin('person as owner', 'owner.id', 'business.owner_id')
    .$call((joined) => (by === 'tag' ? joined.leftJoin(TAGS, (join) => join.onTrue()) : joined))
    .$call((joined) => (by === 'health' ? joined.leftJoin(bands(filter), (join) => join.onTrue()) : joined))
    .select([
      sql<string | null>`(${id})::text`.as('id'),
      sql<string | null>`(${name})::text`.as('name'),
      sql<number>`count(${by === 'tag' ? sql`distinct business.id` : sql`*`})::int`.as('count'),
      sql<number>`(count(*) over ())::int`.as('total'),
    ])
    .groupBy([sql`${id}`, sql`${name}`, sql`${order}`])
    .orderBy(sql`${order} nulls last`)
    .orderBy(sql`${id}`)
    .limit(limit)
  const rows = await tx.rows(filtered(groups, filter))
  return { groups: rows.map(({ total: _total, ...group }) => group), total: rows[0]?.total ?? 0 }
}

/** In a join of its own: PostgreSQL groups by no expression that looks into another table. */
function bands(filter: BusinessFilter) {
  return sql<{ band: string | null }>`lateral (select ${bandOf(healthScore(filter))} as band)`.as<'banded'>(
    sql`banded`,
  )
}

const TAGS = sql<{ tag: string }>`lateral unnest(business.tags)`.as<'tags'>(sql`tags(tag)`)
