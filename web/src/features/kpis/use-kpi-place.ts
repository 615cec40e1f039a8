import { useLocation, useSearchParams } from 'react-router'
import { PROVENANCES } from './figure.ts'

export const VIEWS = ['values', 'contradictions', 'stale', 'talk'] as const
export type View = (typeof VIEWS)[number]

/** What of a KPI is shown: all of it in the address. */
export function useKpiPlace() {
  const [query, setQuery] = useSearchParams()
  const { pathname } = useLocation()
  const changed = (values: Record<string, string>) => {
    const next = new URLSearchParams(query)
    for (const [name, value] of Object.entries(values)) {
      if (value === '') next.delete(name)
      else next.set(name, value)
    }
    return next
  }
  return {
    view: VIEWS.find((view) => view === query.get('view')) ?? 'values',
    period: query.get('period'),
    provenance: PROVENANCES.find((one) => one === query.get('provenance')),
    categoryId: query.get('category'),
    entityId: query.get('entity'),
    ownerId: query.get('owner'),
    stage: query.get('stage'),
    /** By what businesses were at the end of the period. */
    isThen: query.get('by') === 'then',
    isEditing: query.has('edit'),
    put: (values: Record<string, string>) => setQuery(changed(values)),
    addressOf: (values: Record<string, string>) => `${pathname}?${changed(values).toString()}`,
  }
}
