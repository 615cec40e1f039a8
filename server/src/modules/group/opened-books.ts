import { cashFlows, cashStanding, daysUnderControl, noFlow } from './cash-flows.ts'
import { opposite } from './cash-flows-between.ts'
import type { ConsolidationInput, Movement, Piece, Work } from './consolidation-model.ts'

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
  const asFlows = cashFlows(before, end).filter(({ kind }) => kind !== 'cash:disposed')
  return [...asFlows.map(opposite), ...[...end.byEntity].flatMap(([id, own]) => openedCash(id, own, end))]
}

function openedCash(id: string, own: readonly Movement[], work: Work): Piece[] {
  const { translator } = work
  const days = daysUnderControl(id, work)
  if (!days) return []
  const cash = own.filter(({ caption }) => caption === 'cash')
  const opened = [...Map.groupBy(cash, ({ on }) => on)].reduce(
    (sum, [on, those]) => sum + cashStanding(those, { on, until: on, translator }),
    0n,
  )
  const since = cashStanding(cash, { on: days.last, until: days.last, translator }) - opened
  return noFlow({ id, opened, exchange: since })
}
