import { assert } from '#kernel/assert.ts'
import { newId, type Id } from '#kernel/ids.ts'
import type { Actor } from '#server/catalogue/access.ts'
import type { Transaction } from '#server/database/database.ts'
import type { Stage } from './business-states.ts'
import type { Dated, Move, StandingMove } from './moves.ts'

/** A move as its table takes it; the value stands in the column of its attribute, so that a foreign key holds it. */
export interface MoveRow {
  id: Id<'business_move'>
  studio_id: Id<'studio'>
  business_id: Id<'business'>
  revision: number
  attribute: 'entity' | 'category' | 'stage' | 'owner'
  entity_id: string | null
  category_id: string | null
  stage: string | null
  owner_id: string | null
  effective_on: string
  actor_kind: string
  actor_id: string
  evidence: string
  reason: string
}

const ATTRIBUTES = { entityId: 'entity', categoryId: 'category', stage: 'stage', ownerId: 'owner' } as const

export function moveRow(
  { field, value, effectiveOn }: Move,
  given: {
    studioId: Id<'studio'>
    businessId: Id<'business'>
    revision: number
    actor: Pick<Actor, 'kind' | 'id'>
    evidence?: string | undefined
    reason?: string | undefined
  },
): MoveRow {
  const valueOf = (one: keyof Dated) => (field === one ? value : null)
  return {
    id: newId('business_move'),
    studio_id: given.studioId,
    business_id: given.businessId,
    revision: given.revision,
    attribute: ATTRIBUTES[field],
    entity_id: valueOf('entityId'),
    category_id: valueOf('categoryId'),
    stage: valueOf('stage'),
    owner_id: valueOf('ownerId'),
    effective_on: effectiveOn,
    actor_kind: given.actor.kind,
    actor_id: given.actor.id,
    evidence: given.evidence ?? '',
    reason: given.reason ?? '',
  }
}

/** A part of a statement that writes businesses too: their rows and their moves are checked against each other at its end. */
export function insertMoves(parameter: string): string {
  return `insert into business_move (id, studio_id, business_id, revision, attribute, entity_id, category_id, stage, owner_id,
      effective_on, actor_kind, actor_id, evidence, reason)
    select * from jsonb_to_recordset(${parameter}::jsonb) as given (id text, studio_id text, business_id text,
      revision integer, attribute text, entity_id text, category_id text, stage text, owner_id text, effective_on date,
      actor_kind text, actor_id text, evidence text, reason text)`
}

/** What stands in the histories of these businesses, each in the order in which it holds. */
export async function standingMoves(
  tx: Transaction,
  businessIds: Id<'business'>[],
): Promise<Map<string, StandingMove[]>> {
  const rows = await tx.prepared<{
    id: Id<'business_move'>
    business_id: Id<'business'>
    revision: number
    attribute: MoveRow['attribute']
    entity_id: Id<'entity'> | null
    category_id: Id<'category'> | null
    stage: Stage | null
    owner_id: Id<'person'> | null
    effective_on: string
  }>(
    `select id, business_id, revision, attribute, entity_id, category_id, stage, owner_id, effective_on from business_move
     where business_id = any ($1) and withdrawn_at is null order by effective_on, place`,
    [businessIds],
  )
  const moves = rows.map((row) => {
    const { id, revision, effective_on: effectiveOn, business_id: businessId } = row
    return { businessId, move: { id, revision, effectiveOn, ...valueIn(row) } }
  })
  const grouped = Map.groupBy(moves, ({ businessId }) => businessId)
  return new Map([...grouped].map(([id, group]) => [id, group.map(({ move }) => move)]))
}

function valueIn(row: {
  attribute: MoveRow['attribute']
  entity_id: Id<'entity'> | null
  category_id: Id<'category'> | null
  stage: Stage | null
  owner_id: Id<'person'> | null
}): Pick<StandingMove, 'field' | 'value'> {
  const { attribute, entity_id, category_id, stage, owner_id } = row
  if (attribute === 'category') return { field: 'categoryId', value: category_id }
  if (attribute === 'owner') return { field: 'ownerId', value: owner_id }
  const value = attribute === 'entity' ? entity_id : stage
  assert(value !== null, `a move of ${attribute} without one`)
  return { field: attribute === 'entity' ? 'entityId' : 'stage', value }
}
