import { sql } from 'kysely'
import { query, type Transaction } from '#server/database/database.ts'
import type { Stage } from './business-states.ts'
import { filtered, type BusinessFilter } from './businesses-queries.ts'
import { isOfStanding } from './standing-queries.ts'

export interface Vintage {
  year: number
  businesses: number
  alive: number
  live: number
  spunOut: number
  exited: number
  closed: number
}

/** By the year of the first day of each history: before it nothing is known. */
export async function vintagesOf(tx: Transaction, filter: BusinessFilter, limit: number): Promise<Vintage[]> {
  const began = sql<{ business_id: string; year: number }>`(
    select business_id, extract(year from min(effective_on))::int as year from business_move
    where attribute = 'stage' and withdrawn_at is null group by business_id)`
  const rows = query
    .selectFrom('business')
    .innerJoin(began.as('began'), (join) => join.on(sql<boolean>`began.business_id = business.id`))
    .select([
      'began.year',
      sql<number>`count(*)::int`.as('businesses'),
      sql<number>`(count(*) filter (where ${isOfStanding('alive')}))::int`.as('alive'),
      sql<number>`(count(*) filter (where ${isOfStanding('live')}))::int`.as('live'),
      at('spun-out').as('spunOut'),
      at('exited').as('exited'),
      at('closed').as('closed'),
    ])
    .groupBy('began.year')
    .orderBy('began.year', 'desc')
    .limit(limit)
  return tx.rows(filtered(rows, filter))
}

function at(stage: Stage) {
  return sql<number>`(count(*) filter (where business.stage = ${sql.lit(stage)}))::int`
}
