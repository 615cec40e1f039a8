import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** By what the list is sorted and grouped. It lives in the URL, beside the filter. */
export interface ListOrder {
  sort: Sort
  descending: boolean
}

export const SORTS = [
  'name',
  'stage',
  'entity',
  'category',
  'owner',
  'in-stage',
  'updated',
  'created',
] as const
export type Sort = (typeof SORTS)[number]

/** Of what happened, the newest is what people look for. */
const NEWEST_FIRST: ReadonlySet<Sort> = new Set(['updated', 'created'])

export function useListOrder() {
  const [query, setQuery] = useSearchParams()
  const order = useMemo(() => readOrder(query), [query])
  /** The column that sorts already is turned round. */
  const sortBy = useCallback(
    (sort: Sort) => {
      const next = new URLSearchParams(window.location.search)
      const now = readOrder(next)
      const descending = now.sort === sort ? !now.descending : NEWEST_FIRST.has(sort)
      if (sort === 'name') next.delete('sort')
      else next.set('sort', sort)
      if (descending) next.set('down', 'true')
      else next.delete('down')
      setQuery(next)
    },
    [setQuery],
  )
  return { order, sortBy }
}

function readOrder(query: URLSearchParams): ListOrder {
  const given = query.get('sort')
  const sort = SORTS.find((one) => one === given) ?? 'name'
  return { sort, descending: query.get('down') === 'true' }
}
