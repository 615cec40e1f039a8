import { daysBetween, today } from '#kernel/periods.ts'
import { present } from '#kernel/assert.ts'
import { isId } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { namesOfEntities } from '#server/modules/entities/index.ts'
import { namesOfMembers } from '#server/modules/identity/index.ts'
import type { Archivable, Change } from './business-change.ts'
import { namesOfCategories } from './businesses-queries.ts'
import { businessesForChange, updateBusinesses, type ChangeMark, type ChangedRow } from './changes-queries.ts'
import { decideChange, type Difference, type Known, type Refusal } from './decide-change.ts'
import { type DatedField, type StandingMove } from './moves.ts'
import { moveRow, standingMoves } from './moves-queries.ts'
import { ensureRoomToRestore } from './room-left.ts'
import type { Business } from './schema.ts'

interface Changed {
  business: Business
  /** What the changed fields were before; empty where nothing changed. */
  previous: Archivable
}

/** All or nothing: where a change is refused none is made, and `refusals` tells them by their place. */
export async function changeBusinesses(
  context: Pick<CallContext, 'tx' | 'access' | 'coverage' | 'actor' | 'record'>,
  changes: Change[],
): Promise<{ changed: Changed[]; refusals: (Refusal & { at: number })[] }> {
  const { tx, record } = context
  const ids = [...new Set(changes.map(({ businessId }) => businessId))]
  const restored = changes.filter(({ isArchived }) => isArchived === false)
  if (restored.length > 0)
    await ensureRoomToRestore(
      tx,
      restored.map(({ businessId }) => businessId),
    )
  // One after the other: the history is read when the rows are locked, or it could be an older one.
  const found = await businessesForChange(tx, ids)
  const histories = await standingMoves(tx, ids)
  const known = await knownOf(context, changes, histories)
  const decisions = changes.map((change) => {
    const business = found.get(change.businessId)
    const history = histories.get(change.businessId) ?? []
    return decideChange(business && { business, history }, change, known)
  })
  const refusals = decisions.flatMap((decision, at) => ('problem' in decision ? [{ ...decision, at }] : []))
  if (refusals.length > 0) return { changed: [], refusals }

  const steps = decisions.flatMap((decision, at) => {
    const change = present(changes[at], 'a change')
    const business = present(found.get(change.businessId), 'a business')
    return 'difference' in decision ? [{ business, change, difference: decision.difference }] : []
  })
  const marks = await updateBusinesses(tx, rowsOf(steps.filter(isReal), context))
  const changed = steps.map((step) => {
    const mark = marks.get(step.business.id)
    if (!mark) return { business: step.business, previous: {} }
    const business = changedBusiness(step, mark, known)
    record(changeOf(step, business))
    return { business, previous: step.difference.before }
  })
  return { changed, refusals: [] }
}

/** The names of all that the changes name, and of what comes back where a move is taken back. */
async function knownOf(
  { tx, coverage }: Pick<CallContext, 'tx' | 'coverage'>,
  changes: readonly Change[],
  histories: ReadonlyMap<string, readonly StandingMove[]>,
): Promise<Known> {
  const back = changes.flatMap((one) => (one.takesBack ? (histories.get(one.businessId) ?? []) : []))
  const named = <F extends DatedField>(field: F, is: (value: unknown) => value is string & Change[F]) => [
    ...new Set(
      [...changes.map((one) => one[field]), ...back.map((one) => one.field === field && one.value)].filter(
        is,
      ),
    ),
  ]
  const [entityNames, categoryNames, ownerNames] = await Promise.all([
    namesOfEntities(
      tx,
      named('entityId', (value) => typeof value === 'string' && isId('entity', value)),
    ),
    namesOfCategories(
      tx,
      named('categoryId', (value) => typeof value === 'string' && isId('category', value)),
    ),
    namesOfMembers(
      tx,
      named('ownerId', (value) => typeof value === 'string' && isId('person', value)),
    ),
  ])
  return { entityNames, categoryNames, ownerNames, coverage, today: today() }
}

interface Step {
  business: Business
  change: Change
  difference: Difference
}

function isReal({ difference: { after, moves, withdrawn } }: Step): boolean {
  return Object.keys(after).length + moves.length + withdrawn.length > 0
}

function rowsOf(steps: readonly Step[], { access, actor }: Pick<CallContext, 'access' | 'actor'>) {
  const { studioId } = present(access, 'a business belongs to a studio')
  return {
    rows: steps.map(rowOf),
    moves: steps.flatMap(({ business, change: { evidence, reason }, difference }) => {
      const given = {
        studioId,
        businessId: business.id,
        revision: business.revision + 1,
        actor,
        evidence,
        reason,
      }
      return difference.moves.map((move) => moveRow(move, given))
    }),
    withdrawn: steps.flatMap(({ difference }) => difference.withdrawn.map((move) => move.id)),
  }
}

function rowOf({ business, difference: { after, stageSince } }: Step): ChangedRow {
  const { entityId, categoryId, ownerId, isArchived, ...plain } = after
  const { id, name, stage, description, links, tags, entity, category, owner, archivedAt } = business
  return {
    id,
    name,
    stage,
    description,
    links,
    tags,
    ...plain,
    entity_id: entityId ?? entity.id,
    category_id: categoryId === undefined ? (category?.id ?? null) : categoryId,
    owner_id: ownerId === undefined ? (owner?.id ?? null) : ownerId,
    stage_since: stageSince,
    is_archived: isArchived ?? archivedAt !== null,
  }
}

function changedBusiness(
  { business, difference: { after, stageSince } }: Step,
  { revision, updated_at: updatedAt, archived_at: archivedAt }: ChangeMark,
  names: Known,
): Business {
  const { entityId, categoryId, ownerId, isArchived: _isArchived, ...plain } = after
  return {
    ...business,
    ...plain,
    ...(entityId && { entity: { id: entityId, name: names.entityNames.get(entityId) ?? '' } }),
    ...(categoryId && { category: { id: categoryId, name: names.categoryNames.get(categoryId) ?? '' } }),
    ...(categoryId === null && { category: null }),
    ...(ownerId && { owner: { id: ownerId, name: names.ownerNames.get(ownerId) ?? '' } }),
    ...(ownerId === null && { owner: null }),
    stageSince,
    daysInStage: daysBetween({ from: stageSince, to: names.today }),
    revision,
    updatedAt,
    archivedAt,
  }
}

/** One event each. Leaving the lists, or coming back into them, names it: whoever keeps a list listens for that. */
function changeOf({ business: { id, archivedAt }, change, difference }: Step, changed: Business) {
  const { before, after, moves, withdrawn } = difference
  const subject = { subjectId: id, businessId: id }
  const told = moves.length > 0 ? kept(change) : {}
  const takenBack = withdrawn.length > 0 && { withdrawnMoves: withdrawn.map((move) => move.id) }
  // The history alone changes where a later move holds already: then no field of the present tells what was done.
  const past = moves.filter(({ field }) => after[field] === undefined)
  const history = Object.fromEntries(past.map(({ field, value }) => [field, value]))
  if (after.isArchived === undefined) {
    const type = past.length > 0 ? 'businesses.business-moved' : 'businesses.business-updated'
    return { type, ...subject, before, after: { ...history, ...after, ...told, ...takenBack } }
  }
  const { isArchived: _was, ...fieldsBefore } = before
  const { isArchived, ...fieldsAfter } = after
  return {
    type: isArchived ? 'businesses.business-archived' : 'businesses.business-restored',
    ...subject,
    before: { ...fieldsBefore, archivedAt },
    after: { ...history, ...fieldsAfter, ...told, ...takenBack, archivedAt: changed.archivedAt },
  }
}

function kept({ effectiveOn, evidence, reason }: Change): Record<string, string> {
  return { ...(effectiveOn && { effectiveOn }), ...(evidence && { evidence }), ...(reason && { reason }) }
}
