import { useEffect } from 'react'
import { usePages, type ListName, type Pages, type Row } from '../../api.ts'

const ROWS_MAX = 2000

/** Every row of a short list, for a choice of entity or category: page after page, up to 2,000. */
export function useAllRows<
  N extends Extract<
    ListName,
    | 'entities.list-entities'
    | 'entities.list-holders'
    | 'businesses.list-categories'
    | 'businesses.list-owners'
    | 'kpis.list-kpis'
  >,
>(operation: N): { rows: Row<N>[]; isComplete: boolean } {
  return useWhole(usePages(operation, { limit: 200 }))
}

/** The same of a list that is asked for in words of its own. */
export function useWhole<R>({ rows = [], hasMore, isFetching, more }: Pages<R>): {
  rows: R[]
  isComplete: boolean
} {
  const wantsMore = hasMore && !isFetching && rows.length < ROWS_MAX
  useEffect(() => {
    if (wantsMore) more()
  }, [wantsMore, more])
  return { rows, isComplete: !hasMore && !isFetching }
}
