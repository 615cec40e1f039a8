import { isDeepStrictEqual } from 'node:util'
import type { Problem } from '#kernel/problem.ts'
import { covers, type Coverage } from '#server/catalogue/access.ts'
import { Archivable, type Change } from './business-change.ts'
import { STAGE_TRANSITIONS, canMove, type Stage } from './business-states.ts'
import {
  businessNotFound,
  changedMeanwhile,
  noSuchMove,
  outsideGrants,
  tooManyTags,
  unknownCategory,
  unknownEntity,
} from './problems.ts'
import { TAGS_MAX, type Business } from './schema.ts'

/** A business as it stands, locked. */
export interface Found {
  business: Business
  /** Where it stood before, while that move is the last change to it. */
  stageBefore: Stage | null
}

/** What the transaction knows beside the rows: names of entities and categories that it sees, and what it may touch. */
export interface Known {
  entityNames: ReadonlyMap<string, string>
  categoryNames: ReadonlyMap<string, string>
  coverage: Coverage
}

/** What really changes, as it was and as it will be; both empty where all is so already. */
export interface Difference {
  before: Archivable
  after: Archivable
}

/** Why a change cannot be made, and which of its fields is to blame. */
export interface Refusal {
  field: keyof Change
  problem: Problem
}

/** The one place that decides whether a business may be changed so, alone or among many. */
export function decideChange(
  found: Found | undefined,
  change: Change,
  known: Known,
): Refusal | { difference: Difference } {
  const { businessId, revision } = change
  if (!found) return { field: 'businessId', problem: businessNotFound(businessId) }
  const { business, stageBefore } = found
  if (revision !== undefined && revision !== business.revision)
    return { field: 'revision', problem: changedMeanwhile(revision, business.revision) }
  const tags = wantedTags(business, change)
  if (tags && tags.length > TAGS_MAX) return { field: 'addTags', problem: tooManyTags(tags.length, TAGS_MAX) }

  const difference = differenceOf(fieldsOf(business), { ...change, tags })
  const { stage, entityId, categoryId } = difference.after
  // Taking the last move back is no move of its own: an undo would be refused wherever the table leads only forwards.
  if (stage && stage !== stageBefore && !canMove(business.stage, stage))
    return { field: 'stage', problem: noSuchMove(business.stage, stage, STAGE_TRANSITIONS[business.stage]) }
  if (entityId && !known.entityNames.has(entityId))
    return { field: 'entityId', problem: unknownEntity(entityId) }
  if (categoryId && !known.categoryNames.has(categoryId))
    return { field: 'categoryId', problem: unknownCategory(categoryId) }
  const next = { ...fieldsOf(business), ...difference.after }
  if (!covers(known.coverage, [businessId, next.entityId, next.categoryId]))
    return { field: entityId === undefined ? 'categoryId' : 'entityId', problem: outsideGrants() }
  return { difference }
}

function wantedTags({ tags }: Business, change: Change): string[] | undefined {
  return change.addTags ? [...new Set([...(change.tags ?? tags), ...change.addTags])] : change.tags
}

function fieldsOf(business: Business) {
  const { entity, category, name, stage, description, links, tags, archivedAt } = business
  return {
    name,
    entityId: entity.id,
    categoryId: category?.id ?? null,
    stage,
    description,
    links,
    tags,
    isArchived: archivedAt !== null,
  }
}

function differenceOf(
  current: ReturnType<typeof fieldsOf>,
  wanted: { [F in keyof Archivable]: Archivable[F] | undefined },
): Difference {
  const names = FIELDS.options.filter(
    (name) => wanted[name] !== undefined && !isDeepStrictEqual(wanted[name], current[name]),
  )
  const pick = (from: typeof wanted) =>
    Archivable.parse(Object.fromEntries(names.map((name) => [name, from[name]])))
  return { before: pick(current), after: pick(wanted) }
}

const FIELDS = Archivable.keyof()
