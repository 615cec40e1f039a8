import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { query, type Transaction } from '#server/database/database.ts'

/** What a rule selects with: see `exceptionRule`. */
export type RuleStatement = RawBuilder<unknown>

interface Rule {
  rows: RuleStatement
}

interface Found {
  place: number
  subject_id: string
  other_id: string
  business_id: Id<'business'> | null
  entity_id: Id<'entity'> | null
  since: string | null
  facts: unknown
}

export interface ExceptionRow extends Found {
  business_name: string | null
  entity_name: string | null
  /** The entity and the category of the business. */
  owner_id: string | null
  category_id: string | null
}

export interface ExceptionFilter {
  businessId: Id<'business'> | undefined
  entityId: Id<'entity'> | undefined
}

/** In the order of the rules; within one, by subject. `after` is what stood in the cursor. */
export async function pageOfExceptions(
  tx: Transaction,
  rules: readonly Rule[],
  given: ExceptionFilter & { after: readonly string[] | undefined; limit: number },
): Promise<ExceptionRow[]> {
  const { after, limit } = given
  let statement = query
    .selectFrom(found(rules))
    .leftJoin('business', 'business.id', 'found.business_id')
    .leftJoin('entity', (join) =>
      join.on(sql<boolean>`entity.id = coalesce(found.entity_id, business.entity_id)`),
    )
    .select([
      'found.place',
      'found.subject_id',
      'found.other_id',
      'found.business_id',
      'found.since',
      'found.facts',
      'business.name as business_name',
      'entity.id as entity_id',
      'entity.name as entity_name',
      'business.entity_id as owner_id',
      'business.category_id',
    ])
    .where(narrowed(given))
    .orderBy('found.place')
    .orderBy('found.subject_id')
    .orderBy('found.other_id')
    .limit(limit)
  if (after)
    statement = statement.where(
      sql<boolean>`(found.place, found.subject_id, found.other_id) > (${after[0]}::int, ${after[1]}, ${after[2]})`,
    )
  return tx.rows(statement)
}

/** How many each of the rules finds, by its place among them. */
export async function countExceptions(
  tx: Transaction,
  rules: readonly Rule[],
  filter: ExceptionFilter,
): Promise<Map<number, number>> {
  const rows = await tx.rows(
    query
      .selectFrom(found(rules))
      .leftJoin('business', 'business.id', 'found.business_id')
      .select(['found.place', sql<number>`count(*)::int`.as('count')])
      .where(narrowed(filter))
      .groupBy('found.place'),
  )
  return new Map(rows.map(({ place, count }) => [place, count]))
}

function found(rules: readonly Rule[]) {
  const each = rules.map(
    ({ rows }, place) =>
      sql`select ${sql.lit(place)}::int as place, (subject_id)::text collate "C" as subject_id,
        coalesce(other_id::text, '') collate "C" as other_id, business_id::text as business_id,
        entity_id::text as entity_id, since, facts from (${rows}) as one`,
  )
  return sql<Found>`(${sql.join(each, sql` union all `)})`.as<'found'>(sql`found`)
}

function narrowed({ businessId, entityId }: ExceptionFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [sql<boolean>`true`]
  if (businessId)
    conditions.push(sql<boolean>`(found.business_id = ${businessId} or found.other_id = ${businessId})`)
  if (entityId) conditions.push(sql<boolean>`coalesce(found.entity_id, business.entity_id) = ${entityId}`)
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}
