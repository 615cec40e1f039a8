import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { isStage, type Stage } from '../businesses/stages.ts'

export const SPLITS = ['category', 'entity', 'stage', 'owner'] as const
export type Split = (typeof SPLITS)[number]
export const RANGES = ['6', '12', '24', '36'] as const
export const COMPARISONS = ['before', 'year'] as const
/** Of different units, so each has a chart of its own; more than three nobody looks at together. */
export const KPIS_MAX = 3
const KPI_ID = /^kpi_[0-9a-z]{26}$/

/** What is looked at: all of it in the address. */
export function useAnalyticsPlace() {
  const [query, setQuery] = useSearchParams()
  const put = useCallback(
    (values: Record<string, string>) => {
      const next = new URLSearchParams(window.location.search)
      for (const [name, value] of Object.entries(values)) {
        if (value === '') next.delete(name)
        else next.set(name, value)
      }
      setQuery(next)
    },
    [setQuery],
  )
  const given = query.get('kpi') ?? ''
  const kpiIds = useMemo(
    () => [...new Set(given.split(','))].filter((id) => KPI_ID.test(id)).slice(0, KPIS_MAX),
    [given],
  )
  const asked = query.get('stage') ?? ''
  const stage: Stage | '' = isStage(asked) ? asked : ''
  return {
    kpiIds,
    periods: Number(RANGES.find((one) => one === query.get('periods')) ?? '12'),
    compare: COMPARISONS.find((one) => one === query.get('compare')),
    split: SPLITS.find((one) => one === query.get('split')),
    classification: query.get('as') === 'present' ? ('present' as const) : ('then' as const),
    chart: query.get('chart') === 'bar' ? ('bar' as const) : ('line' as const),
    filter: {
      entity: query.get('entity') ?? '',
      category: query.get('category') ?? '',
      owner: query.get('owner') ?? '',
      stage,
    },
    put,
  }
}

export type AnalyticsPlace = ReturnType<typeof useAnalyticsPlace>

export function inputOf({ filter, split, classification }: AnalyticsPlace) {
  const { entity, category, owner, stage } = filter
  return {
    classification,
    ...(split && { by: split }),
    ...(entity && { entityId: entity }),
    ...(category && { categoryId: category }),
    ...(owner && { ownerId: owner }),
    ...(stage && { stage }),
  }
}
