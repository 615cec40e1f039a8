import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'
import type { ExceptionRule } from '#server/modules/exceptions/index.ts'
import { GOOD_FROM, WATCH_FROM } from './schema.ts'

/** What was spun out, sold or closed is nobody's patient. */
const ENDS = sql`('spun-out', 'exited', 'closed')`

type Rules = readonly Pick<ExceptionRule, 'name'>[]

/**
 * The score of the business of the row, counting only these rules; null where it was not assessed since it was created, has
 * come to an end or is archived. For statements that select from `business`: a page of it.
 */
export function scoreOf(rules: Rules): RawBuilder<number | null> {
  return scoreLess(
    sql`(select sum(points) from ${countedOnce(
      rules,
      sql`health_reason.studio_id = business.studio_id and health_reason.business_id = business.id`,
    )})`,
  )
}

/** The same for statements that look at all businesses, over a left join with `pointsLost` by the name `lost`. */
export const SCORE_OF_LOST = scoreLess(sql`lost.points`)

/** What rules take from each business, added up in one pass: asked business by business, 10,000 are 10,000 searches. */
export function pointsLost(rules: Rules): RawBuilder<{ business_id: string; points: number }> {
  return sql`(select business_id, sum(points) as points from ${countedOnce(rules, sql`true`)} group by business_id)`
}

function scoreLess(points: RawBuilder<unknown>): RawBuilder<number | null> {
  return sql<number | null>`(case when business.archived_at is null and business.stage not in ${ENDS}
      and business.created_at <= (select assessed_at from health_assessment)
    then greatest(0, 100 - coalesce(${points}, 0))::int end)`
}

/** A rule that found several things takes its points once. */
function countedOnce(rules: Rules, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  const names = rules.map(({ name }) => name)
  return sql`(select distinct business_id, rule, points from health_reason
    where ${condition} and rule = any (${names})) as counted`
}

export function bandOf(score: RawBuilder<number | null>): RawBuilder<string | null> {
  return sql<string | null>`(select case when score >= ${sql.lit(GOOD_FROM)} then 'good'
      when score >= ${sql.lit(WATCH_FROM)} then 'watch' when score is not null then 'poor' end
    from (select ${score} as score) as scored)`
}

export interface ReasonRow {
  rule: string
  points: number
  since: string | null
  facts: unknown
}

/** What takes points from one business, the heaviest first. */
export async function reasonsOf(
  tx: Transaction,
  { businessId, rules, limit }: { businessId: Id<'business'>; rules: readonly string[]; limit: number },
): Promise<ReasonRow[]> {
  return tx.prepared<ReasonRow & Record<string, unknown>>(
    `select rule, points, since, facts from health_reason where business_id = $1 and rule = any ($2)
     order by points desc, rule, subject_id, other_id limit $3`,
    [businessId, rules, limit],
  )
}

export async function findScore(
  tx: Transaction,
  businessId: Id<'business'>,
  rules: readonly ExceptionRule[],
): Promise<{ score: number | null; assessed_at: string | null } | undefined> {
  return tx.find(
    query
      .selectFrom('business')
      .select([
        scoreOf(rules).as('score'),
        sql<string | null>`(select assessed_at from health_assessment)`.as('assessed_at'),
      ])
      .where('business.id', '=', businessId),
  )
}

/**
 * Looks at every business once and writes what differs from the last look; answers how many businesses it was. A finding
 * about a pair of businesses is one about each of them; one about an entity alone is about no business.
 */
export async function assessAll(
  tx: Transaction,
  { studioId, rules }: { studioId: Id<'studio'>; rules: readonly ExceptionRule[] },
): Promise<number> {
  const found = rules.map(
    ({ name, points, rows }) =>
      sql`select ${sql.lit(name)} as rule, ${sql.lit(points)}::int as points, subject_id::text as subject_id,
        coalesce(other_id::text, '') as other_id, business_id::text as business_id, since::timestamptz as since, facts
      from (${rows}) as one`,
  )
  const statement = sql<{ changed: number }>`
    with found as materialized (${sql.join(found, sql` union all `)}),
    about as materialized (
      select found.*, other.id::text as other_business_id from found
      left join business as other on other.id::text = found.other_id
      where found.business_id is not null),
    told as materialized (
      select distinct on (business_id, rule, subject_id, other_id) * from (
        select rule, points, subject_id, other_id, since, facts, business_id, other_business_id from about
        union all
        select rule, points, subject_id, other_id, since, facts, other_business_id, business_id from about
        where other_business_id is not null) as both_sides
      where exists (select from business where business.id::text = business_id and archived_at is null
        and stage not in ${ENDS})),
    gone as (
      delete from health_reason where not exists (select from told where told.business_id = health_reason.business_id
        and told.rule = health_reason.rule and told.subject_id = health_reason.subject_id
        and told.other_id = health_reason.other_id)
      returning business_id::text as business_id),
    kept as (
      insert into health_reason (studio_id, business_id, rule, subject_id, other_id, other_business_id, points, since, facts)
      select ${studioId}, business_id, rule, subject_id, other_id, other_business_id, points, since, facts from told
      on conflict (studio_id, business_id, rule, subject_id, other_id) do update
        set points = excluded.points, since = excluded.since, facts = excluded.facts,
          other_business_id = excluded.other_business_id
        where (health_reason.points, health_reason.since, health_reason.facts)
          is distinct from (excluded.points, excluded.since, excluded.facts)
      returning business_id::text as business_id),
    assessed as (
      insert into health_assessment (studio_id, assessed_at) values (${studioId}, now())
      on conflict (studio_id) do update set assessed_at = excluded.assessed_at)
    select count(*)::int as changed from (select business_id from gone union select business_id from kept) as one`
  const [row] = await tx.rows({ compile: () => statement.compile(query) })
  return row?.changed ?? 0
}
