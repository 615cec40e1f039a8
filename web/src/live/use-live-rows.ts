import { useCallback, useEffect, useRef, useState } from 'react'
import { useDispatch } from 'react-redux'
import { operationsApi, type Input, type ListName, type Pages, type Row } from '../api.ts'
import type { store } from '../store.ts'
import { hasChangedSince, onChangedRows, type ChangedRows } from './changed-rows.ts'
import { moduleOf } from './own-writes.ts'
import { putRows, readRows } from './read-rows.ts'
import { newsAfter, NO_NEWS } from './row-news.ts'

export interface LiveRows {
  /** How many rows would appear, and how many would go, if the list were read again. */
  added: number
  gone: number
  /** Reads it again, now that the reader asks for it. */
  show(): void
}

/**
 * Takes changes into the rows of a list that is open: what changed is read by its ids, through the list's own filter, and
 * put where its row stands. Rows keep their places, and what is new or gone is only counted. `byIds` is the same filter,
 * as it narrows rows that are asked for by id.
 */
export function useLiveRows<N extends ListName>(
  operation: N,
  { input, byIds }: { input: Input<N>; byIds: Input<N> },
  { rows, hasMore, asOfMs, again }: Pages<Row<N> & { id: string }>,
): LiveRows {
  const dispatch = useDispatch<typeof store.dispatch>()
  const name = JSON.stringify(input)
  const [known, setKnown] = useState({ of: name, news: NO_NEWS })
  const shown = new Set(rows?.map(({ id }) => id))
  const here = useRef({ input, byIds, shown, hasMore, asOfMs, again })
  useEffect(() => {
    here.current = { input, byIds, shown, hasMore, asOfMs, again }
  })

  useEffect(() => {
    const module = moduleOf(operation)
    const leaving = new AbortController()
    const take = async (changed: ChangedRows): Promise<void> => {
      const rowsFound = await readRows(
        { operation, input: here.current.byIds },
        [...changed.all],
        leaving.signal,
      )
      if (!rowsFound || leaving.signal.aborted) return
      const list = { ...here.current, found: new Set(rowsFound.keys()) }
      if (list.shown.size === 0 && list.found.size > 0) return list.again() // nothing stands there that could move
      dispatch(
        operationsApi.util.updateQueryData('page', { operation, input: list.input }, ({ pages }) =>
          pages.forEach((page) => putRows(page, rowsFound)),
        ),
      )
      setKnown(({ of, news }) => ({ of: name, news: newsAfter(of === name ? news : NO_NEWS, changed, list) }))
    }
    const { asOfMs: readAtMs, again: readAgain } = here.current
    if (readAtMs !== undefined && hasChangedSince(module, readAtMs)) readAgain()
    const stop = onChangedRows(module, (changed) => void take(changed))
    return () => {
      stop()
      leaving.abort()
    }
  }, [operation, name, dispatch])

  const show = useCallback(() => {
    setKnown({ of: name, news: NO_NEWS })
    here.current.again()
  }, [name])
  const { added, gone } = known.of === name ? known.news : NO_NEWS
  return {
    added: [...added].filter((id) => !shown.has(id)).length,
    gone: [...gone].filter((id) => shown.has(id)).length,
    show,
  }
}
