import { useCallback, useState } from 'react'
import { CLOSED_MAX, type BoardRow } from './closing-words.ts'

const NONE: ReadonlyMap<string, BoardRow> = new Map()

/** The books that something is done with. Another month or search is another list, and begins with none. */
export function useChosen(of: string) {
  const [state, setState] = useState({ rows: NONE, of })
  const rows = state.of === of ? state.rows : NONE
  const toggle = (row: BoardRow) => {
    const next = new Map(rows)
    if (!next.delete(row.id) && next.size < CLOSED_MAX) next.set(row.id, row)
    setState({ rows: next, of })
  }
  const all = (shown: readonly BoardRow[]) =>
    setState({ rows: new Map(shown.map((row) => [row.id, row])), of })
  const clear = useCallback(() => setState({ rows: NONE, of }), [of])
  return { rows, toggle, all, clear }
}

export type Chosen = ReturnType<typeof useChosen>
