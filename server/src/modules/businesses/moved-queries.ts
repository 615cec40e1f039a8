import { sql, type RawBuilder } from 'kysely'
import { Stage } from './business-states.ts'

/** What the moves of a business say, over rows of `business` and of what held by the end of a day. */
export interface MovedFilter {
  stoodAt?: Stage | undefined
  wentOnFrom?: Stage | undefined
  movedTo?: Stage | undefined
  movedSince?: string | undefined
  beganIn?: number | undefined
}

/** In the order of a life; what was closed went nowhere. */
const PLACES = sql.lit(`{${Stage.options.filter((stage) => stage !== 'closed').join()}}`)
export function placeOf(stage: RawBuilder<unknown>): RawBuilder<number | null> {
  return sql<number | null>`array_position(${PLACES}::text[], ${stage})`
}

const STAGES_BY = (day: string) => sql`business_move as move where move.business_id = business.id
  and move.attribute = 'stage' and move.withdrawn_at is null and move.effective_on <= ${day}::date`

export function movedConditions(given: MovedFilter, day: string): RawBuilder<boolean>[] {
  const { stoodAt, wentOnFrom, movedTo, movedSince, beganIn } = given
  const conditions: RawBuilder<boolean>[] = []
  if (stoodAt) {
    conditions.push(sql<boolean>`exists (select from ${STAGES_BY(day)} and move.stage = ${stoodAt})`)
  }
  if (wentOnFrom) {
    conditions.push(sql<boolean>`exists (select from ${STAGES_BY(day)} and move.stage = ${wentOnFrom}
      and exists (select from business_move as later where later.business_id = business.id
        and later.attribute = 'stage' and later.withdrawn_at is null and later.effective_on <= ${day}::date
        and (later.effective_on, later.place) > (move.effective_on, move.place)
        and ${placeOf(sql`later.stage`)} > ${placeOf(sql`move.stage`)}))`)
  }
  if (movedTo ?? movedSince) conditions.push(movedBy({ movedTo, movedSince }, day))
  if (beganIn !== undefined) {
    conditions.push(
      sql<boolean>`(select extract(year from min(move.effective_on)) from ${STAGES_BY(day)}) = ${beganIn}`,
    )
  }
  return conditions
}

/**
 * With a stage, only moves that came to it count; otherwise those of any of the four attributes. The moves are looked for
 * once by their days: most businesses did not move, and each would be asked.
 */
export function movedBy(
  { movedTo, movedSince }: Pick<MovedFilter, 'movedTo' | 'movedSince'>,
  day: string,
): RawBuilder<boolean> {
  const to = movedTo ? sql`and move.stage = ${movedTo}` : sql``
  const since = movedSince ? sql`and move.effective_on >= ${movedSince}::date` : sql``
  return sql<boolean>`(business.id in (select move.business_id from business_move as move
    where move.effective_on <= ${day}::date ${to} ${since} and ${IS_CHANGE}))`
}

export const MOVE_VALUE = sql<
  string | null
>`coalesce(move.entity_id, move.category_id, move.stage, move.owner_id)`

/** Before a move stands the last one of its kind that was not taken back. */
export const MOVE_FROM = sql<
  string | null
>`(select coalesce(earlier.entity_id, earlier.category_id, earlier.stage, earlier.owner_id)
  from business_move as earlier
  where earlier.business_id = move.business_id and earlier.attribute = move.attribute and earlier.withdrawn_at is null
    and (earlier.effective_on, earlier.place) < (move.effective_on, move.place)
  order by earlier.effective_on desc, earlier.place desc limit 1)`

/**
 * Over rows of `move`: it stands, and something changed. What a business was added with (revision 1) is where its history
 * begins and no change: an import of a hundred launched businesses launched none of them.
 */
export const IS_CHANGE = sql<boolean>`move.withdrawn_at is null and move.revision > 1
  and ${MOVE_VALUE} is distinct from ${MOVE_FROM}`
