import { useCallback, useState } from 'react'
import { useAsk, type Input } from '../../../api.ts'
import type { Business } from '../stages.ts'
import type { ListOrder } from '../use-list-order.ts'
import { BULK_MAX } from './bulk-change.ts'

const PAGE_ROWS = 200

export interface Selection {
  chosen: ReadonlyMap<string, Business>
  isAsking: boolean
  /** Takes a row in or out. As a range it takes in all between it and the one before, among these rows. */
  toggle(business: Business, given: { rows: readonly Business[]; isRange: boolean }): void
  /** All that the filter finds, in the list's order, up to the bound. */
  all(): Promise<void>
  clear(): void
}

const NONE: { chosen: ReadonlyMap<string, Business>; last: string | undefined } = {
  chosen: new Map(),
  last: undefined,
}

/** Which rows of the list are chosen. Another filter is another list, and begins with none. */
export function useSelection(filter: Input<'businesses.list-businesses'>, order: ListOrder): Selection {
  const name = JSON.stringify(filter)
  const [state, setState] = useState({ ...NONE, of: name })
  const { ask, isAsking } = useAsk('businesses.list-businesses')
  const current = state.of === name ? state : { ...NONE, of: name }

  const toggle: Selection['toggle'] = (business, { rows, isRange }) => {
    const { id } = business
    const at = rows.findIndex((row) => row.id === id)
    const from = rows.findIndex((row) => row.id === current.last)
    const chosen = new Map(current.chosen)
    if (isRange && from !== -1) {
      for (const row of rows.slice(Math.min(from, at), Math.max(from, at) + 1)) chosen.set(row.id, row)
    } else if (!chosen.delete(id)) {
      chosen.set(id, business)
    }
    setState({ chosen: bounded(chosen), last: id, of: name })
  }

  const all = async () => {
    const chosen = new Map<string, Business>()
    for (let cursor: string | undefined; chosen.size < BULK_MAX;) {
      const page = await ask({
        ...filter,
        ...order,
        limit: PAGE_ROWS,
        ...(cursor !== undefined && { cursor }),
      })
      if (!page) return
      for (const row of page.items) chosen.set(row.id, row)
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    setState({ chosen: bounded(chosen), last: undefined, of: name })
  }

  const clear = useCallback(() => setState({ ...NONE, of: name }), [name])
  return { chosen: current.chosen, isAsking, toggle, all, clear }
}

function bounded(chosen: Map<string, Business>): ReadonlyMap<string, Business> {
  return chosen.size <= BULK_MAX ? chosen : new Map([...chosen].slice(0, BULK_MAX))
}
