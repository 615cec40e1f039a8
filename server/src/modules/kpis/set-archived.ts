import { present } from '#kernel/assert.ts'
import type { Id } from '#kernel/ids.ts'
import type { CallContext } from '#server/catalogue/operation.ts'
import { refusalOf } from './decide-kpi.ts'
import { findKpi, findKpiForChange, setKpiArchived } from './kpis-queries.ts'
import { kpiNotFound } from './problems.ts'
import type { Kpi } from './schema.ts'

/** Doing it a second time changes nothing and leaves no event. */
export async function setArchived(
  { tx, record }: Pick<CallContext, 'tx' | 'record'>,
  kpiId: Id<'kpi'>,
  isArchived: boolean,
): Promise<Kpi> {
  const before = await findKpiForChange(tx, kpiId)
  if (!before) throw kpiNotFound(kpiId)
  if ((before.archivedAt !== null) === isArchived) return before
  // Its name, or being the headline, may have gone to another one meanwhile.
  const refusal = isArchived ? undefined : await refusalOf(tx, before)
  if (refusal) throw refusal
  await setKpiArchived(tx, kpiId, isArchived)
  record({ type: isArchived ? 'kpis.kpi-archived' : 'kpis.kpi-restored', subjectId: kpiId })
  return present(await findKpi(tx, kpiId), 'the KPI that was changed')
}
