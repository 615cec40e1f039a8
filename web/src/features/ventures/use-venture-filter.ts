import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

const NAMES = ['entity', 'category', 'owner'] as const
export type Narrowing = (typeof NAMES)[number]

/** To which businesses the board, the vintages and their figures are narrowed: by what all of them understand. */
export function useVentureFilter() {
  const [query, setQuery] = useSearchParams()
  const [entity, category, owner] = NAMES.map((name) => query.get(name) ?? '')
  const input = useMemo(
    () => ({
      ...(entity && { entityId: entity }),
      ...(category && { categoryId: category }),
      ...(owner && { ownerId: owner }),
    }),
    [entity, category, owner],
  )
  const put = useCallback(
    (name: Narrowing | 'open', value: string) => {
      const next = new URLSearchParams(window.location.search)
      if (value === '') next.delete(name)
      else next.set(name, value)
      setQuery(next)
    },
    [setQuery],
  )
  const kept = NAMES.flatMap((name) => {
    const value = query.get(name)
    return value ? [[name, value]] : []
  })
  return {
    values: { entity: entity ?? '', category: category ?? '', owner: owner ?? '' },
    input,
    put,
    openId: query.get('open') ?? undefined,
    /** The list of businesses, narrowed to the same and by more. */
    listOf: (more: Record<string, string>) =>
      `/businesses?${new URLSearchParams([...kept, ...Object.entries(more)]).toString()}`,
    search: new URLSearchParams(kept).toString(),
  }
}
