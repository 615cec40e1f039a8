import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { DEFAULT_COLUMNS, LIST_COLUMNS, type ListColumn } from './columns.ts'

const NAME = 'columns'

/** Which columns the list shows; in the URL, beside filter and order, and in a saved view. */
export function useColumns() {
  const [query, setQuery] = useSearchParams()
  const given = query.get(NAME)
  const columns = useMemo(() => readColumns(given), [given])
  const toggle = useCallback(
    (column: ListColumn) => {
      // Of the address as it is now: of two quick clicks the second may come before the first is on screen.
      const next = new URLSearchParams(window.location.search)
      const now = readColumns(next.get(NAME))
      const text = textOf(LIST_COLUMNS.filter((one) => now.includes(one) !== (one === column)))
      if (text === undefined) next.delete(NAME)
      else next.set(NAME, text)
      setQuery(next)
    },
    [setQuery],
  )
  return { columns, toggle }
}

/** As the address writes them; undefined for what stands there without being asked for. */
export function textOf(columns: readonly ListColumn[]): string | undefined {
  const text = columns.join()
  return text === DEFAULT_COLUMNS.join() ? undefined : text
}

function readColumns(given: string | null): readonly ListColumn[] {
  if (given === null) return DEFAULT_COLUMNS
  const asked = new Set(given.split(','))
  return LIST_COLUMNS.filter((column) => asked.has(column))
}
