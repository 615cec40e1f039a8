import { isDeepStrictEqual } from 'node:util'
import type { Problem } from '#kernel/problem.ts'
import { covers, type Coverage } from '#server/catalogue/access.ts'
import { Archivable, type Change } from './business-change.ts'
import { STAGE_TRANSITIONS } from './business-states.ts'
import {
  DATED_FIELDS,
  brokenStep,
  chainOf,
  sinceOf,
  valueOn,
  withMove,
  type Move,
  type StandingMove,
} from './moves.ts'
import {
  beforeItBegan,
  businessNotFound,
  changedMeanwhile,
  dayToCome,
  noSuchMove,
  outsideGrants,
  tooManyTags,
  unknownCategory,
  unknownEntity,
  unknownOwner,
} from './problems.ts'
import { TAGS_MAX, type Business } from './schema.ts'

/** A business as it stands, locked. */
export interface Found {
  business: Business
  /** What of its history stands, in the order in which it holds. */
  history: StandingMove[]
}

/** What the transaction knows beside the rows: names of entities and categories that it sees, and what it may touch. */
export interface Known {
  entityNames: ReadonlyMap<string, string>
  categoryNames: ReadonlyMap<string, string>
  ownerNames: ReadonlyMap<string, string>
  coverage: Coverage
  /** The day that it is. */
  today: string
}

/** What really changes. */
export interface Difference {
  /** Of the present, as it was and as it will be; both empty where all is so already. */
  before: Archivable
  after: Archivable
  /** What comes into the history, and what is taken back of it. */
  moves: Move[]
  withdrawn: StandingMove[]
  stageSince: string
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
  const { business } = found
  if (revision !== undefined && revision !== business.revision)
    return { field: 'revision', problem: changedMeanwhile(revision, business.revision) }
  const tags = wantedTags(business, change)
  if (tags && tags.length > TAGS_MAX) return { field: 'addTags', problem: tooManyTags(tags.length, TAGS_MAX) }

  const dated = datedChange(found, change, known.today)
  if ('problem' in dated) return dated
  const { history, moves, withdrawn } = dated
  const present = Object.fromEntries(
    DATED_FIELDS.map((field) => [field, chainOf(history, field).at(-1)?.value ?? null]),
  )
  const changes = differenceOf(fieldsOf(business), { ...change, ...present, tags })
  const refused = outOfReach(business, { moves, after: changes.after }, known)
  if (refused) return refused
  const stageSince = sinceOf(history, 'stage') ?? business.stageSince
  return { difference: { ...changes, moves, withdrawn, stageSince } }
}

/** The history as the change leaves it, and what of it is new or taken back. */
function datedChange({ history, business }: Found, change: Change, today: string) {
  const { effectiveOn = latest(today, history), takesBack } = change
  const began = history[0]?.effectiveOn ?? business.stageSince
  if (change.effectiveOn !== undefined && effectiveOn > today)
    return refusal('effectiveOn', dayToCome(effectiveOn, today))
  if (effectiveOn < began) return refusal('effectiveOn', beforeItBegan(effectiveOn, began))
  const withdrawn = history.filter(({ revision }) => revision === takesBack)
  const rest: Move[] = history.filter(({ revision }) => revision !== takesBack)
  const moves = DATED_FIELDS.flatMap((field) => {
    const value = change[field]
    const isSo = value === undefined || (valueOn(rest, field, effectiveOn) ?? null) === value
    return isSo ? [] : [{ field, value, effectiveOn }]
  })
  const left = moves.reduce(withMove, rest)
  const broken = brokenStep(history, left)
  if (!broken) return { history: left, moves, withdrawn }
  const { from, to } = broken
  return refusal(change.stage ? 'stage' : 'takesBack', noSuchMove(from, to, STAGE_TRANSITIONS[from]))
}

/** Today, but that the clock of another machine may have written a move of tomorrow just before midnight. */
function latest(today: string, history: readonly Move[]): string {
  const last = history.at(-1)?.effectiveOn ?? today
  return last > today ? last : today
}

function refusal(field: Refusal['field'], told: Problem): Refusal {
  return { field, problem: told }
}

/** Places and people that the caller cannot use, now or at an earlier day, and a present that leaves the grants. */
function outOfReach(
  business: Business,
  { moves, after }: { moves: readonly Move[]; after: Archivable },
  { entityNames, categoryNames, ownerNames, coverage }: Known,
): Refusal | undefined {
  const named = [after, ...moves.map(({ field, value }) => Archivable.parse({ [field]: value }))]
  for (const { entityId, categoryId, ownerId } of named) {
    if (entityId && !entityNames.has(entityId)) return refusal('entityId', unknownEntity(entityId))
    if (categoryId && !categoryNames.has(categoryId))
      return refusal('categoryId', unknownCategory(categoryId))
    if (ownerId && !ownerNames.has(ownerId)) return refusal('ownerId', unknownOwner(ownerId))
  }
  const next = { ...fieldsOf(business), ...after }
  if (covers(coverage, [business.id, next.entityId, next.categoryId])) return undefined
  return refusal(after.entityId === undefined ? 'categoryId' : 'entityId', outsideGrants())
}

function wantedTags({ tags }: Business, change: Change): string[] | undefined {
  return change.addTags ? [...new Set([...(change.tags ?? tags), ...change.addTags])] : change.tags
}

function fieldsOf(business: Business) {
  const { entity, category, owner, name, stage, description, links, tags, archivedAt } = business
  return {
    name,
    entityId: entity.id,
    categoryId: category?.id ?? null,
    stage,
    ownerId: owner?.id ?? null,
    description,
    links,
    tags,
    isArchived: archivedAt !== null,
  }
}

function differenceOf(
  current: ReturnType<typeof fieldsOf>,
  wanted: { [F in keyof Archivable]: unknown },
): Pick<Difference, 'before' | 'after'> {
  const names = FIELDS.options.filter(
    (name) => wanted[name] !== undefined && !isDeepStrictEqual(wanted[name], current[name]),
  )
  const pick = (from: typeof wanted) =>
    Archivable.parse(Object.fromEntries(names.map((name) => [name, from[name]])))
  return { before: pick(current), after: pick(wanted) }
}

const FIELDS = Archivable.keyof()
