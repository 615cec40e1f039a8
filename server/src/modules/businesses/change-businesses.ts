import { present } from '#kernel/assert.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { namesOfEntities } from '#server/modules/entities/index.ts'
import type { Archivable, Change } from './business-change.ts'
import { namesOfCategories } from './businesses-queries.ts'
import { businessesForChange, updateBusinesses, type ChangeMark, type ChangedRow } from './changes-queries.ts'
import { decideChange, type Difference, type Refusal } from './decide-change.ts'
import type { Business } from './schema.ts'

interface Changed {
  business: Business
  /** What the changed fields were before; empty where nothing changed. */
  previous: Archivable
}

/** All or nothing: where a change is refused none is made, and `refusals` tells them by their place. */
export async function changeBusinesses(
  { tx, coverage, record }: Pick<CallContext, 'tx' | 'coverage' | 'record'>,
  changes: Change[],
): Promise<{ changed: Changed[]; refusals: (Refusal & { at: number })[] }> {
  const [found, entityNames, categoryNames] = await Promise.all([
    businessesForChange(tx, [...new Set(changes.map(({ businessId }) => businessId))]),
    namesOfEntities(tx, [...new Set(changes.flatMap(({ entityId }) => entityId ?? []))]),
    namesOfCategories(tx, [...new Set(changes.flatMap(({ categoryId }) => categoryId ?? []))]),
  ])
  const known = { entityNames, categoryNames, coverage }
  const decisions = changes.map((change) => decideChange(found.get(change.businessId), change, known))
  const refusals = decisions.flatMap((decision, at) => ('problem' in decision ? [{ ...decision, at }] : []))
  if (refusals.length > 0) return { changed: [], refusals }

  const steps = decisions.flatMap((decision, at) => {
    const { business } = present(found.get(present(changes[at], 'a change').businessId), 'a business')
    return 'difference' in decision ? [{ business, difference: decision.difference }] : []
  })
  const marks = await updateBusinesses(tx, steps.filter(isReal).map(rowOf))
  const changed = steps.map((step) => {
    const mark = marks.get(step.business.id)
    if (!mark) return { business: step.business, previous: {} }
    const business = changedBusiness(step, mark, known)
    record(changeOf(step, business))
    return { business, previous: step.difference.before }
  })
  return { changed, refusals: [] }
}

interface Step {
  business: Business
  difference: Difference
}

function isReal({ difference }: Step): boolean {
  return Object.keys(difference.after).length > 0
}

function rowOf({ business, difference: { after } }: Step): ChangedRow {
  const { entityId, categoryId, isArchived, ...plain } = after
  const { id, name, stage, description, links, tags, entity, category, archivedAt } = business
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
    is_archived: isArchived ?? archivedAt !== null,
  }
}

function changedBusiness(
  { business, difference: { after } }: Step,
  { revision, updated_at: updatedAt, archived_at: archivedAt }: ChangeMark,
  names: { entityNames: ReadonlyMap<string, string>; categoryNames: ReadonlyMap<string, string> },
): Business {
  const { entityId, categoryId, isArchived: _isArchived, ...plain } = after
  return {
    ...business,
    ...plain,
    ...(entityId && { entity: { id: entityId, name: names.entityNames.get(entityId) ?? '' } }),
    ...(categoryId && { category: { id: categoryId, name: names.categoryNames.get(categoryId) ?? '' } }),
    ...(categoryId === null && { category: null }),
    revision,
    updatedAt,
    archivedAt,
  }
}

/** One event each. Leaving the lists, or coming back into them, names it: whoever keeps a list listens for that. */
function changeOf({ business: { id, archivedAt }, difference: { before, after } }: Step, changed: Business) {
  const subject = { subjectId: id, businessId: id }
  if (after.isArchived === undefined)
    return { type: 'businesses.business-updated', ...subject, before, after }
  const { isArchived: _was, ...fieldsBefore } = before
  const { isArchived, ...fieldsAfter } = after
  return {
    type: isArchived ? 'businesses.business-archived' : 'businesses.business-restored',
    ...subject,
    before: { ...fieldsBefore, archivedAt },
    after: { ...fieldsAfter, archivedAt: changed.archivedAt },
  }
}
