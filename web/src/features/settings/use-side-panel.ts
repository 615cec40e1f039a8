import { useSearchParams } from 'react-router'

/** What is open beside a list stands in the address: `?new=true`, or `?person=per_…`. */
export function useSidePanel() {
  const [query, setQuery] = useSearchParams()
  return {
    isOpen: (name: string) => query.has(name),
    id: (name: string) => query.get(name) ?? undefined,
    open: (name: string) => setQuery({ [name]: 'true' }),
    close: () => setQuery({}),
  }
}
