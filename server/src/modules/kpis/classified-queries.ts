import { sql, type RawBuilder } from 'kysely'
import type { Id } from '#kernel/ids.ts'

export const ATTRIBUTES = ['category', 'entity', 'stage', 'owner'] as const
export type Attribute = (typeof ATTRIBUTES)[number]

/** Which businesses, by what they are at present or were at the end of the period that is looked at. */
export interface ClassFilter {
  entityId?: Id<'entity'> | undefined
  categoryId?: Id<'category'> | undefined
  hasCategory?: boolean | undefined
  stage?: string | undefined
  ownerId?: Id<'person'> | undefined
  hasOwner?: boolean | undefined
}

const COLUMNS: Record<Attribute, string> = {
  category: 'category_id',
  entity: 'entity_id',
  stage: 'stage',
  owner: 'owner_id',
}

/** Over rows of `business`. */
export function presentOf(attribute: Attribute): RawBuilder<string | null> {
  return sql.ref<string | null>(`business.${COLUMNS[attribute]}`)
}

/** What its last move by that day says; null before its first. Of an entity that is not open to the caller nothing is told. */
export function thenOf(attribute: Attribute, day: RawBuilder<unknown>): RawBuilder<string | null> {
  const was = sql<string | null>`(select ${sql.ref(`move.${COLUMNS[attribute]}`)} from business_move as move
    where move.business_id = business.id and move.attribute = ${sql.lit(attribute)} and move.withdrawn_at is null
      and move.effective_on <= ${day} order by move.effective_on desc, move.place desc limit 1)`
  return attribute === 'entity' ? ifOpen(was) : was
}

function ifOpen(entityId: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql<string | null>`(select entity.id from entity where entity.id = ${entityId})`
}

/**
 * The same for many days at once: each stay of each business with its days, joined once. Looked up value by value, 10,000
 * businesses over 24 periods would be 240,000 searches; so it is asked of each stay too whether its entity is open.
 */
export function staysOf(attribute: Attribute): RawBuilder<unknown> {
  const was = sql.ref<string | null>(COLUMNS[attribute])
  return sql`(select business_id, ${attribute === 'entity' ? ifOpen(was) : was} as id, effective_on, lead(effective_on) over (
      partition by business_id order by effective_on, place) as until_on
    from business_move where attribute = ${sql.lit(attribute)} and withdrawn_at is null)`
}

export function classConditions(
  filter: ClassFilter,
  keyOf: (attribute: Attribute) => RawBuilder<string | null>,
): RawBuilder<boolean>[] {
  const { entityId, categoryId, hasCategory, stage, ownerId, hasOwner } = filter
  const is = (attribute: Attribute, value: string) => sql<boolean>`${keyOf(attribute)} = ${value}`
  const has = (attribute: Attribute, wanted: boolean) =>
    sql<boolean>`(${keyOf(attribute)} is not null) = ${wanted}`
  return [
    ...(entityId ? [is('entity', entityId)] : []),
    ...(categoryId ? [is('category', categoryId)] : []),
    ...(hasCategory === undefined ? [] : [has('category', hasCategory)]),
    ...(stage ? [is('stage', stage)] : []),
    ...(ownerId ? [is('owner', ownerId)] : []),
    ...(hasOwner === undefined ? [] : [has('owner', hasOwner)]),
  ]
}
