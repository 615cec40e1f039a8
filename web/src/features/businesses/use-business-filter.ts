import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Input } from '../../api.ts'
import { isStage, type Stage } from './stages.ts'

export const BANDS = ['good', 'watch', 'poor', 'unknown'] as const
export const STANDINGS = ['alive', 'live', 'ended'] as const
/** As a category: those that are in none. */
export const NO_CATEGORY = 'none'

/** What the list is narrowed to. It lives in the URL, so that a link shows the same rows and a reload loses nothing. */
export interface BusinessFilter {
  search: string
  stage: Stage | ''
  entityId: string
  categoryId: string
  ownerId: string
  isStalled: boolean
  health: (typeof BANDS)[number] | ''
  standing: (typeof STANDINGS)[number] | ''
  /** What its moves say: ever at a stage, on from it to a later one, come to it, moved since a day, begun in a year. */
  stoodAt: Stage | ''
  wentOnFrom: Stage | ''
  movedTo: Stage | ''
  movedSince: string
  beganIn: string
  /** A day, or empty for today; then by what they were, or by what they are. */
  asOf: string
  classification: 'then' | 'present'
  /** What one run created, such as an import. */
  runId: string
  isArchived: boolean
}

const NAMES = {
  search: 'q',
  stage: 'stage',
  entityId: 'entity',
  categoryId: 'category',
  runId: 'run',
  ownerId: 'owner',
  isStalled: 'stalled',
  health: 'health',
  asOf: 'asOf',
  classification: 'by',
  standing: 'standing',
  stoodAt: 'stoodAt',
  wentOnFrom: 'wentOnFrom',
  movedTo: 'movedTo',
  movedSince: 'movedSince',
  beganIn: 'began',
} as const
type Narrowing = keyof typeof NAMES

export function useBusinessFilter() {
  const [query, setQuery] = useSearchParams()
  const filter = useMemo(() => readFilter(query), [query])
  // The address itself, not the one last rendered: a router renders it a moment later, and of two quick choices the
  // second would undo the first.
  const narrow = useCallback(
    (name: Narrowing, value: string) => {
      const next = new URLSearchParams(window.location.search)
      if (value === '') next.delete(NAMES[name])
      else next.set(NAMES[name], value)
      // Each letter of a search would be a step of "back"; the choice of a stage is worth one.
      setQuery(next, { replace: name === 'search' })
    },
    [setQuery],
  )
  const clear = useCallback(() => {
    const next = new URLSearchParams(window.location.search)
    for (const name of Object.values(NAMES)) next.delete(name)
    setQuery(next)
  }, [setQuery])
  return { filter, narrow, clear, isNarrowed: isNarrowed(filter) }
}

export function inputOf({
  search,
  stage,
  entityId,
  categoryId,
  runId,
  ownerId,
  isStalled,
  health,
  asOf,
  classification,
  isArchived,
  ...rest
}: BusinessFilter): Input<'businesses.list-businesses'> {
  const { standing, stoodAt, wentOnFrom, movedTo, movedSince, beganIn } = rest
  return {
    ...(search.trim() && { search: search.trim() }),
    ...(stage && { stage }),
    ...(entityId && { entityId }),
    ...(categoryId === NO_CATEGORY ? { hasCategory: false } : categoryId && { categoryId }),
    ...(runId && { runId }),
    ...(ownerId && { ownerId }),
    ...(isStalled && { isStalled }),
    ...(health && { health }),
    ...(asOf && { asOf, classification }),
    ...(isArchived && { isArchived }),
    ...(standing && { standing }),
    ...(stoodAt && { stoodAt }),
    ...(wentOnFrom && { wentOnFrom }),
    ...(movedTo && { movedTo }),
    ...(movedSince && { movedSince }),
    ...(beganIn && { beganIn: Number(beganIn) }),
  }
}

function readFilter(query: URLSearchParams): BusinessFilter {
  const stageAt = (name: string): Stage | '' => {
    const stage = query.get(name) ?? ''
    return isStage(stage) ? stage : ''
  }
  const beganIn = query.get(NAMES.beganIn) ?? ''
  return {
    search: query.get(NAMES.search) ?? '',
    stage: stageAt(NAMES.stage),
    standing: STANDINGS.find((one) => one === query.get(NAMES.standing)) ?? '',
    stoodAt: stageAt(NAMES.stoodAt),
    wentOnFrom: stageAt(NAMES.wentOnFrom),
    movedTo: stageAt(NAMES.movedTo),
    movedSince: query.get(NAMES.movedSince) ?? '',
    beganIn: /^\d{4}$/.test(beganIn) ? beganIn : '',
    entityId: query.get(NAMES.entityId) ?? '',
    categoryId: query.get(NAMES.categoryId) ?? '',
    runId: query.get(NAMES.runId) ?? '',
    ownerId: query.get(NAMES.ownerId) ?? '',
    isStalled: query.get(NAMES.isStalled) === 'true',
    health: BANDS.find((band) => band === query.get(NAMES.health)) ?? '',
    asOf: query.get(NAMES.asOf) ?? '',
    classification: query.get(NAMES.classification) === 'present' ? 'present' : 'then',
    isArchived: query.get('archived') === 'true',
  }
}

function isNarrowed({
  isStalled,
  isArchived: _isArchived,
  classification: _by,
  ...texts
}: BusinessFilter): boolean {
  return isStalled || Object.values(texts).some((value) => value !== '')
}
