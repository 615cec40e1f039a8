import { addDays } from '#kernel/periods.ts'
import type { ConsolidationInput, Movement, Translator, Work } from './consolidation-model.ts'
import { columnOf } from './entity-column.ts'
import { INVESTMENTS } from './investments.ts'

/** What stood before the first day, and what stands at the end. */
export function worksOf(given: ConsolidationInput, translator: Translator): [before: Work, end: Work] {
  const byEntity = Map.groupBy(given.movements, ({ entityId }) => entityId)
  const invested = investedIn(given.movements)
  const at = (on: string) =>
    workAt({ given, translator, byEntity, invested, moment: { on, from: given.from } })
  return [at(addDays(given.from, -1)), at(given.to)]
}

/** Columns are made when they are asked for: what cash was moved against needs none. */
function workAt(given: Omit<Work, 'columns'>): Work {
  let columns: Work['columns'] | undefined
  return {
    ...given,
    get columns() {
      columns ??= columnsOf(given)
      return columns
    },
  }
}

function columnsOf({ given, moment, translator, byEntity }: Omit<Work, 'columns'>): Work['columns'] {
  return new Map(
    [...given.members].map(([id, member]) => [
      id,
      columnOf(member, byEntity.get(id) ?? [], { given, moment, translator }),
    ]),
  )
}

function investedIn(movements: readonly Movement[]): Map<string, Movement[]> {
  return Map.groupBy(
    movements.filter(({ caption, partnerId }) => partnerId !== null && INVESTMENTS.includes(caption)),
    ({ partnerId }) => partnerId ?? '',
  )
}
