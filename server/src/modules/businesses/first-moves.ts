import type { Id } from '#kernel/ids.ts'
import type { Actor } from '#server/catalogue/access.ts'
import { moveRow, type MoveRow } from './moves-queries.ts'
import type { NewBusiness } from './businesses-queries.ts'
import type { Dated, Move } from './moves.ts'

/** A new business as its tables take it: its row, and the moves with which its history begins. */
export function newRows(
  {
    entityId,
    categoryId,
    ownerId,
    ...plain
  }: Dated & Pick<NewBusiness, 'id' | 'name' | 'description' | 'links' | 'tags'>,
  given: { studioId: Id<'studio'>; effectiveOn: string; actor: Pick<Actor, 'kind' | 'id'> },
): { row: NewBusiness; moves: MoveRow[] } {
  const { studioId, effectiveOn, actor } = given
  const move = (first: Omit<Move, 'effectiveOn'>) =>
    moveRow({ ...first, effectiveOn }, { studioId, businessId: plain.id, revision: 1, actor })
  const moves = [
    move({ field: 'entityId', value: entityId }),
    move({ field: 'stage', value: plain.stage }),
    ...(categoryId === null ? [] : [move({ field: 'categoryId', value: categoryId })]),
    ...(ownerId === null ? [] : [move({ field: 'ownerId', value: ownerId })]),
  ]
  const row = {
    ...plain,
    studio_id: studioId,
    entity_id: entityId,
    category_id: categoryId,
    owner_id: ownerId,
    stage_since: effectiveOn,
  }
  return { row, moves }
}
