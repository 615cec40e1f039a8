import { acquisitionsOf } from './acquisition.ts'
import { hasSold } from './between-owners.ts'
import type { Work } from './consolidation-model.ts'
import { heldOn } from './group-ownership.ts'
import type { Noted } from './note-sentences.ts'

/** Of entities that came under control in the period: whose earlier stake nobody has valued. */
export function notValued(work: Work): Noted[] {
  const { given, columns } = work
  return [...columns.keys()]
    .flatMap((id) =>
      heldOn(given.ownership, id, given.to).method === 'full' ? acquisitionsOf(id, work) : [],
    )
    .flatMap(({ entityId, from, earlier }) =>
      earlier && !earlier.isValued && from >= given.from
        ? [{ code: 'not-valued' as const, entityId, minor: earlier.carried }]
        : [],
    )
}

/** Stakes that were sold in the period, and left their books without cash, a gain or a loss beside them. */
export function soldBare({ given, translator }: Work): Noted[] {
  return given.bareSales
    .filter(({ soldOn }) => soldOn >= given.from)
    .filter((one) => hasSold(one, given.ownership))
    .map(({ partnerId, minor, currency, soldOn }) => ({
      code: 'sold-bare' as const,
      entityId: partnerId,
      minor: translator.average(-minor, currency, soldOn),
    }))
}
