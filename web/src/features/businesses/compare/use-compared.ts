import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** As many columns as a person takes in at once, and as many as `compare-series` reads. */
export const COMPARED_MAX = 6
const BUSINESS_ID = /^biz_[0-9a-z]{26}$/

export function compareAddress(ids: Iterable<string>): string {
  return `/businesses/compare?ids=${[...ids].slice(0, COMPARED_MAX).join()}`
}

/** Which businesses stand side by side: those of the address, in its order, each once. What is no id is passed over. */
export function useCompared() {
  const [query, setQuery] = useSearchParams()
  const given = query.get('ids') ?? ''
  const ids = useMemo(
    () => [...new Set(given.split(','))].filter((id) => BUSINESS_ID.test(id)).slice(0, COMPARED_MAX),
    [given],
  )
  const put = useCallback(
    (next: readonly string[]) => setQuery(next.length === 0 ? {} : { ids: next.join() }),
    [setQuery],
  )
  return {
    ids,
    add: (id: string) => put([...ids, id]),
    drop: (id: string) => put(ids.filter((one) => one !== id)),
  }
}
