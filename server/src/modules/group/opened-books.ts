import { cashStanding, daysUnderControl, flowsOfBooks, noFlow } from './cash-flows.ts'
import { addDays } from '#kernel/periods.ts'
import { opposite } from './cash-flows-between.ts'
import type { ConsolidationInput, Movement, Piece, Work } from './consolidation-model.ts'
import { heldOn } from './group-ownership.ts'

/** Before control it came with its entity, and is told as that. */
export function openedUnderControl(given: ConsolidationInput): Movement[] {
  return given.openings.filter(({ entityId, on }) => {
    const days = daysUnderControl(entityId, { given, moment: { on: given.to, from: given.from } })
    return days !== undefined && on >= days.first && on <= days.last
  })
}

/**
 * Of works that hold nothing but openings: all that they would be as flows, taken back; and of their cash what it was worth on the day of
 * the opening, and what rates have done to it since. What an entity took along when it left, it took along whatever it came from.
 */
export function openedBooks(before: Work, end: Work): Piece[] {
  const asFlows = flowsOfBooks(before, end).filter(({ kind }) => kind !== 'cash:disposed')
  return [...asFlows.map(opposite), ...[...end.byEntity].flatMap(([id, own]) => openedCash(id, own, end))]
}

function openedCash(id: string, own: readonly Movement[], work: Work): Piece[] {
  const { translator } = work
  const days = daysUnderControl(id, work)
  if (!days) return []
  const cash = own.filter(({ caption }) => caption === 'cash')
  const worth = (those: readonly Movement[]) =>
    [...Map.groupBy(those, ({ on }) => on)].reduce(
      (sum, [on, ofDay]) => sum + cashStanding(ofDay, { on, until: on, translator }),
      0n,
    )
  // Opened on the first day under control, it came with the entity.
  const isNew = heldOn(work.given.ownership, id, addDays(days.first, -1)).method !== 'full'
  const [came, opened] = [true, false].map((isFirst) =>
    worth(cash.filter(({ on }) => (isNew && on === days.first) === isFirst)),
  )
  const since = cashStanding(cash, { on: days.last, until: days.last, translator }) - worth(cash)
  return noFlow({ id, opened, acquired: came, exchange: since })
}
