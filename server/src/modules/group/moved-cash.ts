import { cashFlows } from './cash-flows.ts'
import type { ConsolidationInput, Movement, Piece, Work } from './consolidation-model.ts'
import { openedBooks, openedUnderControl } from './opened-books.ts'
import { worksOf } from './works.ts'

/** What stands in the cash flow statement of a group: indirect, from what changed beside cash. */
export function movedCash([before, end]: readonly [before: Work, end: Work]): Piece[] {
  return [...cashFlows(before, end), ...notMoved(end)]
}

/**
 * The same group, as if of the period nothing had been posted but what moved cash. Entries balance, so these are books as well: their
 * cash is the same, and what changed beside it is what cash was moved against. So the direct statement is the indirect one of these.
 */
export function onlyCash(given: ConsolidationInput): ConsolidationInput {
  return {
    ...given,
    isOnlyCash: true,
    movements: given.movements.map((one) => (one.on < given.from ? one : withCash(one))),
    openings: given.openings.map(withCash),
    gains: given.gains.filter(({ on, isWithCash }) => on < given.from || isWithCash),
  }
}

function withCash(one: Movement): Movement {
  return Object.assign({}, one, { minor: one.cash })
}

/** What opened a book was there before, and moved nothing: what it would be as flows is taken back, and of its cash is told what it is. */
function notMoved({ given, translator }: Work): Piece[] {
  const movements = openedUnderControl(given)
  if (movements.length === 0) return []
  const opened = { ...given, movements, openings: [], gains: [], bareSales: [], topSide: [] }
  return openedBooks(...worksOf(opened, translator))
}
