import { today } from '#kernel/periods.ts'
import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { Tables } from '#server/database/tables.ts'

export interface AsOf {
  day: string
  /** Where they stood on that day; or where those that there were then stand now. */
  classification: 'then' | 'present'
}

type Row = Omit<Selectable<Tables['business']>, 'likeness'>

/** The businesses, with entity, category, stage and owner as they were on a day where one is asked for. */
export function businessesOn(asOf: AsOf | undefined) {
  const rows = asOf?.classification === 'then' ? sql<Row>`(${asTheyWere(asOf.day)})` : sql<Row>`business`
  return rows.as<'business'>(sql`business`)
}

/** The day from which is counted how long a business stands where it stands. */
export function countedOn(asOf: AsOf | undefined): string {
  return asOf?.classification === 'then' ? asOf.day : today()
}

/** Among the rows of `businessesOn`: those that there were on that day. Whoever began later has no move until then. */
export function existedOn({ day }: AsOf): RawBuilder<boolean> {
  return sql<boolean>`exists (select from business_move where business_move.business_id = business.id
    and withdrawn_at is null and effective_on <= ${day}::date)`
}

/** At work on that day, or archived by its end. */
export function archivedOn({ day }: AsOf): RawBuilder<boolean> {
  return sql<boolean>`coalesce(business.archived_at < (${day}::date + 1) at time zone 'UTC', false)`
}

/** Within an entity that is not open to the caller, nothing of it is told: the list would name what the grants do not cover. */
function asTheyWere(day: string): RawBuilder<unknown> {
  return sql`select business.id, business.studio_id, was.entity_id, was.category_id, was.owner_id, was.stage,
      (select min(effective_on) from business_move as move
       where move.business_id = business.id and attribute = 'stage' and withdrawn_at is null and effective_on <= ${day}::date
         and not exists (select from business_move as later
           where later.business_id = business.id and later.attribute = 'stage' and later.withdrawn_at is null
             and later.effective_on <= ${day}::date and later.stage <> move.stage
             and (later.effective_on, later.place) > (move.effective_on, move.place))) as stage_since,
      business.name, business.description, business.links, business.tags, business.revision, business.created_at,
      business.updated_at, business.archived_at
    from business cross join lateral (
      select ${last('entity_id', 'entity')} as entity_id, ${last('category_id', 'category')} as category_id,
        ${last('stage', 'stage')} as stage, ${last('owner_id', 'owner')} as owner_id
      from business_move as move
      where move.business_id = business.id and withdrawn_at is null and effective_on <= ${day}::date) as was
    where exists (select from entity where entity.id = was.entity_id)`
}

/** Of rows of `move`, the value of the last one of its kind. */
function last(column: string, attribute: string): RawBuilder<unknown> {
  return sql`(array_agg(${sql.ref(`move.${column}`)} order by effective_on desc, place desc)
      filter (where attribute = ${sql.lit(attribute)}))[1]`
}
