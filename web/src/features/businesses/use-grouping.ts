import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import type { Input, Output } from '../../api.ts'
import { BANDS } from './use-business-filter.ts'
import { isStage } from './stages.ts'

export const GROUPINGS = ['stage', 'entity', 'category', 'owner', 'tag', 'health'] as const
export type Grouping = (typeof GROUPINGS)[number]
export type Group = Output<'businesses.summarise-businesses'>['groups'][number]

/** By what the list is grouped, if by anything; in the URL, beside filter and order. */
export function useGrouping() {
  const [query, setQuery] = useSearchParams()
  const grouping = GROUPINGS.find((one) => one === query.get('group'))
  const groupBy = useCallback(
    (value: string) => {
      const next = new URLSearchParams(window.location.search)
      if (value === '') next.delete('group')
      else next.set('group', value)
      setQuery(next)
    },
    [setQuery],
  )
  return { grouping, groupBy }
}

/** What narrows the list to a group. */
export function inputOfGroup(
  grouping: Grouping,
  { id }: Group,
): Partial<Input<'businesses.list-businesses'>> {
  if (grouping === 'category') return id === null ? { hasCategory: false } : { categoryId: id }
  if (grouping === 'owner') return id === null ? { hasOwner: false } : { ownerId: id }
  if (grouping === 'tag') return id === null ? { hasTags: false } : { tag: id }
  if (grouping === 'health') return { health: BANDS.find((band) => band === id) ?? 'unknown' }
  if (id === null) return {}
  if (grouping === 'entity') return { entityId: id }
  return isStage(id) ? { stage: id } : {}
}
