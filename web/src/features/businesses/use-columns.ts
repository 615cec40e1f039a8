import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { DEFAULT_COLUMNS, LIST_COLUMNS, type ListColumn } from './columns.ts'

const NAME = 'columns'

/** Which columns the list shows; in the URL, beside filter and order, and in a saved view. */
export function useColumns() {
  const [query, setQuery] = useSearchParams()
  const given = query.get(NAME)
  const columns = useMemo(() => readColumns(given), [given])
  const choose = useCallback(
    (chosen: readonly ListColumn[]) => {
      const next = new URLSearchParams(window.location.search)
      const text = textOf(chosen)
      if (text === undefined) next.delete(NAME)
      else next.set(NAME, text)
      setQuery(next)
    },
    [setQuery],
  )
  return { columns, choose }
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
