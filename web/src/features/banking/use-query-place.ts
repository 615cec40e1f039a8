import { useCallback } from 'react'
import { useLocation, useSearchParams } from 'react-router'

/** What of a book is shown: all of it in the address. An empty value takes its name out of it. */
export function useQueryPlace() {
  const [query, setQuery] = useSearchParams()
  const { pathname } = useLocation()
  const put = useCallback(
    (values: Record<string, string>) => setQuery((before) => changed(before, values)),
    [setQuery],
  )
  return {
    get: (name: string) => query.get(name) ?? '',
    put,
    addressOf: (values: Record<string, string>) => `${pathname}?${changed(query, values).toString()}`,
  }
}

function changed(query: URLSearchParams, values: Record<string, string>): URLSearchParams {
  const next = new URLSearchParams(query)
  for (const [name, value] of Object.entries(values)) {
    if (value === '') next.delete(name)
    else next.set(name, value)
  }
  return next
}
