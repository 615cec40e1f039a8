import type { Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { valueNotFound } from './problems.ts'
import { withdrawRows } from './values-queries.ts'

/** All of them, or none. They are kept, and count no more: what stood before is in force again. */
export async function withdrawAll(
  { tx, actor, record }: Pick<CallContext, 'tx' | 'actor' | 'record'>,
  provenance: 'measured' | 'claimed',
  valueIds: readonly Id<'kpi_value'>[],
): Promise<{ valueIds: Id<'kpi_value'>[] }> {
  const ids = [...new Set(valueIds)]
  const withdrawn = await withdrawRows(tx, { ids, provenance, by: actor.id })
  const missing = ids.find((id) => !withdrawn.has(id))
  if (missing !== undefined) throw valueNotFound(missing, provenance)
  for (const [subjectId, businessId] of withdrawn) {
    record({ type: 'kpis.value-withdrawn', subjectId, businessId })
  }
  return { valueIds: ids }
}
